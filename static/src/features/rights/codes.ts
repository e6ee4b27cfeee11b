/** The codes of the content files in plain words, each as the end of a sentence ("you are …", "you live …"). */
import { t } from "../../i18n/index";

export function statusWords(): Record<string, string> {
  return {
    looked_after: t("in care"),
    eligible: t("in care, aged 16 or 17"),
    relevant: t("a care leaver aged 16 or 17"),
    frc: t("a care leaver aged 18 or over"),
    frc_education: t("a care leaver who is in learning"),
    qualifying: t("a care leaver with fewer rights in law (“qualifying”)"),
    qualifying_21_24: t("a “qualifying” care leaver aged 21 to 24"),
    none_care_experienced: t("someone who was in care before"),
    unknown: t("someone whose rights we cannot tell yet"),
  };
}

export function educationWords(): Record<string, string> {
  return {
    none: t("not in learning"),
    non_advanced: t("at school, in college or in training"),
    higher: t("at university or on a course of that level"),
    apprenticeship: t("an apprentice"),
  };
}

export function immigrationWords(): Record<string, string> {
  return {
    uk_or_settled: t("you are British or have settled status"),
    leave_with_public_funds: t("you have leave to stay and can get benefits"),
    no_recourse: t("you have leave to stay but cannot get most benefits"),
    asylum_pending: t("you are waiting for an asylum decision"),
    appeal_rights_exhausted: t("your asylum claim has ended and you cannot appeal"),
  };
}

export function livingWords(): Record<string, string> {
  return {
    foster: t("with foster carers"),
    childrens_home: t("in a children’s home"),
    supported: t("in supported housing"),
    staying_put: t("with your old foster carers (Staying Put)"),
    staying_close: t("near your old children’s home (Staying Close)"),
    own_tenancy_private: t("in a home you rent from a private landlord"),
    own_tenancy_social: t("in a home you rent from a council or housing association"),
    halls: t("in student halls"),
    with_family: t("with family"),
    custody: t("in prison or custody"),
    hospital: t("in hospital"),
    homeless: t("without a home of your own"),
    none: t("nowhere settled"),
  };
}
