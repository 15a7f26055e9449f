#include "gridvisit/domain/category.hpp"

namespace gridvisit {

std::vector<Category> built_in_categories() {
  return {
      {{}, "elderly-alone", "独居老人", "elderly living alone", {"special"}},
      {{}, "elderly-childless", "孤寡老人", "elderly without children", {"special"}},
      {{}, "empty-nest", "空巢老人", "elderly whose children live away", {"special"}},
      {{}, "disabled", "残疾人", "disabled person", {"special"}},
      {{}, "low-income", "低保", "minimum living allowance", {"special", "hardship"}},
      {{}, "extreme-poverty", "特困", "extreme poverty", {"special", "hardship"}},
      {{}, "left-behind-child", "留守儿童", "child left behind", {"special"}},
      {{}, "child-in-need", "困境儿童", "child in need", {"special"}},
      {{}, "serious-illness", "重病", "serious illness", {"special"}},
      {{}, "bereaved", "失独", "parents who lost an only child", {"special"}},
      {{}, "hardship", "困难家庭", "family in hardship", {"hardship"}},
      {{}, "psychiatric", "严重精神障碍", "severe mental disorder", {"key"}},
      {{}, "community-correction", "社区矫正", "community correction", {"key"}},
      {{}, "drug-rehab", "社区戒毒康复", "drug rehabilitation", {"key"}},
      {{}, "released", "刑满释放", "released from prison", {"key"}},
      {{}, "gas", "燃气用户", "gas customer", {}},
      {{}, "veteran", "优抚对象", "veteran or their family", {}},
      {{}, "tenant", "租户", "tenant", {}},
  };
}

}  // namespace gridvisit
