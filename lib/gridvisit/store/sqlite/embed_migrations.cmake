# Writes OUTPUT: the texts of SCRIPTS, in order of their names, as migrations() of migrations.hpp.
list(SORT SCRIPTS)
set(texts "")
foreach(script ${SCRIPTS})
  file(READ ${script} text)
  string(APPEND texts "    R\"sql(${text})sql\",\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"gridvisit/store/sqlite/migrations.hpp\"

namespace gridvisit::store::sqlite {

std::span<const char* const> migrations() {
  static constexpr const char* k_scripts[]{
${texts}  };
  return k_scripts;
}

}  // namespace gridvisit::store::sqlite
")
