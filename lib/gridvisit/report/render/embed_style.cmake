# Writes OUTPUT: the style sheet SHEET as page_style() of html.hpp.
file(READ ${SHEET} sheet)
file(WRITE ${OUTPUT} "#include \"gridvisit/report/render/html.hpp\"

namespace gridvisit::report {

std::string_view page_style() {
  return R\"css(${sheet})css\";
}

}  // namespace gridvisit::report
")
