#include "gridvisit/domain/masking.hpp"

#include <doctest/doctest.h>

using namespace gridvisit;

TEST_CASE("a masked name keeps its first character") {
  CHECK(masked_name("张三丰") == "张*");
  CHECK(masked_name("Li") == "L*");
  CHECK(masked_name("") == "");
}

TEST_CASE("a masked phone number keeps three digits and the last four") {
  CHECK(masked_phone("13800138000") == "138****8000");
  CHECK(masked_phone("+8613800138000") == "+86****8000");
}

TEST_CASE("a short phone number keeps at most its last two digits") {
  CHECK(masked_phone("8765432") == "****32");
  CHECK(masked_phone("12") == "****2");
  CHECK(masked_phone("") == "");
  CHECK(masked_phone("一二三") == "****");
}

TEST_CASE("a masked address ends with its building") {
  CHECK(masked_address("和平路12号3栋2单元501") == "和平路12号3栋*");
  CHECK(masked_address("幸福小区5号楼3单元401室") == "幸福小区5号楼*");
  CHECK(masked_address("人民路88号501室") == "人民路88号*");
}

TEST_CASE("a masked address without a building ends before its first digit") {
  CHECK(masked_address("Peace Road 12-3") == "Peace Road *");
  CHECK(masked_address("") == "");
}
