#include "gridvisit/format/markup.hpp"

#include <sstream>

#include <doctest/doctest.h>

using namespace gridvisit::format;

namespace {

template <class Write>
std::string written(const Write& write) {
  std::ostringstream out;
  MarkupWriter markup{out};
  write(markup);
  return out.str();
}

}  // namespace

TEST_CASE("Data never becomes markup, neither as text nor as a value") {
  CHECK(written([](MarkupWriter& markup) {
          markup.element("p", "<script>alert('1 & 2')</script>", {{"title", "\"><b>"}});
        }) ==
        "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;alert(&#39;1 &amp; "
        "2&#39;)&lt;/script&gt;</p>");
}

TEST_CASE("Characters that XML can't hold are replaced, all others stay as they are") {
  CHECK(written([](MarkupWriter& markup) {
          markup.text(
              "a\x01"
              "b\x7f"
              "c\xef\xbf\xbe"
              "d\xef\xbf\xbf 走访\n\t。");
        }) ==
        "a\xef\xbf\xbd"
        "b\xef\xbf\xbd"
        "c\xef\xbf\xbd"
        "d\xef\xbf\xbd 走访\n\t。");
}

TEST_CASE("Elements are closed in the order that they were opened in") {
  CHECK(written([](MarkupWriter& markup) {
          markup.open("div", {{"class", "a"}}).open("p").text("x").empty("br").close().close();
        }) == "<div class=\"a\"><p>x<br/></p></div>");
}
