#pragma once

#include <array>
#include <string_view>

/// The words that the town is made of. None of them names a real person or place.
namespace town {

inline constexpr std::array<std::string_view, 24> k_surnames{
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐",   "孙",
    "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "欧阳", "上官"};

inline constexpr std::array<std::string_view, 24> k_given_names{
    "安",   "宁", "和平", "文",   "明", "国庆", "春生", "秋实", "建新", "家和", "思源", "晓",
    "一帆", "雨", "知远", "长青", "乐", "平",   "子墨", "若水", "云",   "向阳", "静",   "小满"};

inline constexpr std::array<std::string_view, 8> k_estates{
    "桃源小区", "翠竹苑", "老纺织厂宿舍", "清水湾", "望江里", "梧桐新村", "向日葵公寓", "石桥花园"};

inline constexpr std::array<std::string_view, 6> k_named_buildings{"甲", "乙", "丙",
                                                                   "丁", "戊", "己"};

inline constexpr std::array<std::string_view, 8> k_situations{
    "夫妻二人",      "三口之家",
    "一人居住",      "老人与保姆同住",
    "租户,合租三人", "儿女在外地，逢年过节回来",
    "祖孙三代",      ""};

inline constexpr std::array<std::string_view, 8> k_difficulties{
    "", "", "", "", "无电梯，上下楼困难", "行动不便", "暂无工作", "医药费负担重, 已申请救助"};

inline constexpr std::array<std::string_view, 8> k_needs{"",
                                                         "",
                                                         "",
                                                         "",
                                                         "希望加装扶手",
                                                         "想报名社区食堂",
                                                         "楼道灯\"时亮时不亮\"，盼修",
                                                         "需要上门量血压"};

/// Commas, quotes and line breaks are here on purpose: they must survive a CSV file.
inline constexpr std::array<std::string_view, 24> k_notes{
    "",
    "",
    "",
    "",
    "",
    "",
    "一切正常",
    "家中平安，无诉求",
    "核对了户籍和联系电话",
    "检查燃气软管，建议更换",
    "血压偏高，约周五复查",
    "提醒老人防范电话诈骗",
    "宣传垃圾分类",
    "反映楼道堆物，已联系物业",
    "孩子放假在家，家长上班",
    "新添电动车，提醒不进楼道充电",
    "水管漏水,已报物业,三日内回访",
    "老人说:\"药还够,下月再来\"",
    "帮忙代缴水费；\n收据已交本人",
    "雨棚松动, 担心砸到人\n已拍照上报\n等回复",
    "邀请参加重阳节活动",
    "咨询居住证办理，已告知材料",
    "邻里噪音纠纷，双方已谈过一次",
    "门铃坏了，改敲门"};

inline constexpr std::array<std::string_view, 5> k_tag_notes{"街道核定", "本人申请，材料齐全",
                                                             "证件复印件已归档", "邻居反映, 已核实",
                                                             "社区评议通过\n公示七天无异议"};

inline constexpr std::array<std::string_view, 4> k_void_reasons{"记错了户", "重复登记", "日期写错",
                                                                "不是本人办理, 误录"};

inline constexpr std::array<std::string_view, 3> k_amend_reasons{"方式记错", "结果记错",
                                                                 "补充内容\"量血压\"后重录"};

}  // namespace town
