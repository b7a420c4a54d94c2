package org.chengxin.intake;

import java.util.List;

/** The columns of a sheet of subjects: field names, and the headings each is known under. */
enum SubjectColumns {
    NAME(
            "name",
            "名称",
            "企业名称",
            "主体名称",
            "单位名称",
            "公司名称",
            "机构名称",
            "市场主体名称",
            "信用主体名称",
            "店铺名称",
            "字号名称",
            "company_name",
            "ent_name",
            "entName"),
    USCC("uscc", "统一社会信用代码", "社会信用代码", "信用代码", "税号", "统一代码", "credit_code", "creditCode"),
    REGISTRATION_NUMBER("registrationNumber", "注册号", "工商注册号", "营业执照注册号", "工商登记码", "reg_no", "registration_number"),
    ORGANISATION_CODE("organisationCode", "组织机构代码", "org_code", "organisation_code"),
    TAX_NUMBER("taxNumber", "税务登记号", "纳税人识别号", "tax_no", "tax_number"),
    INSTITUTION_NUMBER("institutionNumber", "事业单位证书号"),
    SOCIAL_ORGANISATION_NUMBER("socialOrganisationNumber", "社会组织登记证号"),
    IDENTITY_NUMBER("identityNumber", "身份证号", "证件号码", "身份证号码", "identity_number"),
    KIND("kind", "主体类别", "主体类型", "类别"),
    TYPE("companyType", "企业类型", "公司类型", "市场主体类型", "经济性质", "类型", "type", "company_type"),
    FORMER_NAMES("formerNames", "曾用名", "原名", "former_names", "formerName"),
    ALIASES("aliases", "简称", "别名", "alias", "short_name"),
    BRANDS("brands", "品牌", "商标", "brand"),
    SHOP_NAMES("shopNames", "网店名", "网店名称", "shop_name"),
    SHOP_URLS("shopUrls", "网店网址", "店铺网址", "网店链接", "shop_url"),
    DOMAINS("domains", "域名", "网站", "网址", "domain", "website"),
    REGION("region", "所在地区", "地区", "行政区划", "区划", "所属地区"),
    PROVINCE("province", "省", "省份", "所属省份"),
    CITY("city", "市", "城市", "所属城市"),
    DISTRICT("district", "区县", "区", "县", "所属区县"),
    ADDRESS("address", "地址", "住所", "注册地址", "企业地址", "经营场所"),
    STATUS("status", "登记状态", "经营状态", "企业状态", "状态"),
    BRANCH_OF("branchOf", "隶属企业", "所属企业", "总公司", "上级单位", "branch_of"),
    OPERATOR("operator", "经营主体", "运营主体", "经营者", "operator_id", "operatorId"),
    REPRESENTATIVE(
            "representative", "法定代表人", "法定代表人姓名", "负责人", "法人代表", "法人", "legal_rep", "legal_rep_permuted", "legalRep"),
    REGISTERED_ON("registeredOn", "成立日期", "注册日期", "登记日期", "开业日期", "register_date", "registered_on"),
    CAPITAL("capital", "注册资本", "注册资金", "registered_capital"),
    INDUSTRY("industry", "行业", "所属行业", "行业代码"),
    SCOPE("scope", "经营范围", "业务范围", "business_scope"),
    NOT_SAME_AS("notSameAs", "非同一主体", "不是同一主体", "not_same_as"),
    SOURCE("source", "数据来源", "数据来源单位", "来源", "source_name"),
    STATED_ON("statedOn", "更新日期", "数据更新时间", "核准日期", "变更日期", "updated", "updated_at", "stated_on");

    private final String field;
    private final List<String> headings;

    SubjectColumns(String field, String... headings) {
        this.field = field;
        this.headings = List.of(headings);
    }

    String field() {
        return field;
    }

    /** All columns of a sheet of subjects, those a mapping file names first. */
    static ColumnMap map(Mapping mapping) {
        ColumnMap map = new ColumnMap();
        for (SubjectColumns column : values()) {
            map.with(column.field, column.field).with(column.headings, column.field);
        }
        mapping.fields().forEach((heading, field) -> map.override(heading, named(heading, field)));
        return map;
    }

    private static String named(String heading, String field) {
        for (SubjectColumns column : values()) {
            if (field.isEmpty() || column.field.equals(field)) {
                return field;
            }
        }
        throw ImportException.wrongUse("mapping.field", heading, field);
    }
}
