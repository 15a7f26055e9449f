#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include <expat.h>

namespace gridvisit::tests {

/// Nothing if the page is well-formed XML, else what is wrong and where.
inline std::string defect_of(std::string_view page) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
      XML_ParserCreate("UTF-8"), &XML_ParserFree};
  if (XML_Parse(parser.get(), page.data(), static_cast<int>(page.size()), 1) == XML_STATUS_OK)
    return {};
  return std::string{XML_ErrorString(XML_GetErrorCode(parser.get()))} + " in line " +
         std::to_string(XML_GetCurrentLineNumber(parser.get()));
}

}  // namespace gridvisit::tests
