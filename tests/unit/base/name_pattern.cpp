#include "gridvisit/base/name_pattern.hpp"

#include <doctest/doctest.h>

using namespace gridvisit;

namespace {

using Extent = NameFit::Extent;

Extent extent(std::string_view typed, std::string_view name) {
  const auto pattern = NamePattern::of(typed);
  REQUIRE(pattern);
  return pattern->fit(name).extent;
}

/// The slips between what was typed and the name, or -1 if it is another.
int slips(std::string_view typed, std::string_view name) {
  const auto pattern = NamePattern::near(typed);
  if (!pattern) return -1;
  const auto fit = pattern->fit(name);
  return fit.extent == Extent::none ? -1 : static_cast<int>(fit.edits);
}

}  // namespace

TEST_CASE("a name is typed in pinyin or initials or a mixture of both") {
  for (const auto* typed : {"zm", "zhm", "zhangm", "zming", "zhangming", "z ming", "zhang ming",
                            "Zhang Ming", "ZM", "zhang'ming", "ｚｍ"}) {
    CAPTURE(typed);
    CHECK(extent(typed, "张明") == Extent::whole);
    CHECK(extent(typed, "张明华") == Extent::beginning);
    CHECK(extent(typed, "李明") == Extent::none);
  }
  for (const auto* typed : {"z", "zh", "zha", "zhangmi", "zhang", "zhang "})
    CHECK(extent(typed, "张明") == Extent::beginning);
  for (const auto* typed : {"zn", "zhongming", "zhangmingh", "mz", "z hang"})
    CHECK(extent(typed, "张明") == Extent::none);
}

TEST_CASE("a separator parts what would be read together") {
  CHECK(extent("xian", "西安") == Extent::whole);
  CHECK(extent("xian", "先") == Extent::whole);
  CHECK(extent("xi'an", "西安") == Extent::whole);
  CHECK(extent("xi an", "先") == Extent::none);
}

TEST_CASE("ü is typed v or u or itself") {
  for (const auto* typed : {"lv", "lu", "lü", "l"}) CHECK(extent(typed, "吕") != Extent::none);
  CHECK(extent("lue", "略") == Extent::whole);
  CHECK(extent("lve", "略") == Extent::whole);
  CHECK(extent("lv", "陆") == Extent::none);
}

TEST_CASE("surnames are read as surnames") {
  CHECK(extent("smf", "单明芳") == Extent::whole);
  CHECK(extent("danmf", "单明芳") == Extent::none);
  CHECK(extent("yuchi", "尉迟恭") == Extent::beginning);
  CHECK(extent("ycg", "尉迟恭") == Extent::whole);
  CHECK(extent("moqi", "万俟明") == Extent::beginning);
  CHECK(extent("wm", "万明") == Extent::whole);
  CHECK(extent("mm", "万明") == Extent::none);
}

TEST_CASE("a part is found where it is asked for") {
  const auto pattern = NamePattern::of("xm");
  CHECK(pattern->fit("张小明").extent == Extent::none);
  CHECK(pattern->fit("张小明", NamePattern::Where::from_any_character).extent == Extent::part);
  CHECK(pattern->fit("张明小", NamePattern::Where::from_any_character).extent == Extent::none);
}

TEST_CASE("what is no name in letters is no pattern") {
  for (const auto* typed : {"", " ", "张", "3-2", "z3", "é", "-"})
    CHECK_FALSE(NamePattern::of(typed));
  CHECK(NamePattern::of(std::string(63, 'a')));
  CHECK_FALSE(NamePattern::of(std::string(64, 'a')));
}

TEST_CASE("a slip is forgiven in words of four letters and two in words of eight") {
  CHECK(slips("zhangmign", "张明") == 1);  // swapped
  CHECK(slips("zhagnming", "张明") == 1);
  CHECK(slips("zhangmin", "张明") == 1);    // one less
  CHECK(slips("zhanggming", "张明") == 1);  // one more
  CHECK(slips("zhanfming", "张明") == 1);   // another
  CHECK(slips("zhanminh", "张明") == 2);
  CHECK(slips("zhenmenh", "张明") == -1);
  CHECK(slips("zhagnm", "张明") == 1);
  CHECK(slips("wagn", "王芳") == 1);   // the surname alone
  CHECK(slips("lin", "李") == -1);     // too short
  CHECK(slips("zamn", "张明") == -1);  // a surname is typed in full
}

TEST_CASE("what a name of no use tells of others holds for them") {
  for (const auto* typed : {"zm", "zhangming", "yuchigong", "wm", "x"}) {
    for (const auto& pattern : {NamePattern::of(typed), NamePattern::near(typed)}) {
      if (!pattern) continue;
      for (const std::string name : {"李明", "尉明", "万明", "张伟", "A1", "·明", "赵"}) {
        const auto hopeless = pattern->fit(name).hopeless;
        if (hopeless == 0) continue;
        for (const std::string end : {"", "明", "迟恭", "俟", "·明", "ming"}) {
          CAPTURE(typed);
          CAPTURE(name + end);
          CHECK(pattern->fit(name.substr(0, hopeless) + end).extent == Extent::none);
        }
      }
    }
  }
  CHECK(NamePattern::of("zm")->fit("李明").hopeless == 3);
  CHECK(NamePattern::of("zm")->fit("张伟明").hopeless == 6);
}
