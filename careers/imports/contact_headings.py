"""The vocabulary of a list of contact details: who the row is about, and how to reach them and a parent or carer."""

from .return_people import PEOPLE
from .vocabulary import Vocabulary, field

WHO = tuple(one for one in PEOPLE if one.name in (
    "upn", "uln", "surname", "forename", "middle_names", "known_as", "full_name", "date_of_birth", "form", "postcode",
))  # fmt: skip

CONTACTS = Vocabulary("contacts", (
    *WHO,
    field("admission_number", "admission number",
          "Admission Number | Admission No | Adno | Adm No | Admissions Number | Student ID | Pupil ID | MIS ID | Arbor ID"
          " | Bromcom ID | Student Number | Local ID",
          shape="reference"),
    field("school_email", "school email",
          "School Email | School Email Address | Student School Email | Work Email | Office 365 Email | Microsoft Email"
          " | Google Email | Google Workspace Email | Network Email | Academy Email",
          shape="email"),
    field("own_email", "student’s own email",
          "Personal Email | Student Email | Email | Email Address | Home Email | Pupil Email | Own Email | Private Email"
          " | Student Personal Email | Personal email address | Student email address | E-mail | Email after leaving",
          shape="email"),
    field("mobile", "student’s mobile",
          "Mobile | Student Mobile | Mobile Number | Mobile No | Mobile Phone | Pupil Mobile | Student Phone | Cell"
          " | Student mobile number | Student's mobile | Own mobile | Mobile after leaving",
          also="Phone | Telephone | Tel | Contact number",
          shape="phone"),
    field("phone", "telephone at home",
          "Home Phone | Telephone | Home Telephone | Landline | Home Tel | Tel | Home Number | Telephone number"
          " | Home phone number | Main telephone",
          also="Phone",
          shape="phone"),
    field("address", "postal address, in one column",
          "Address | Home Address | Full Address | Postal Address | Student Address | Address Block | Main Address",
          shape="text"),
    field("address_1", "first line of the address",
          "Address Line 1 | Address 1 | Address1 | Street | House and Street | Line 1 | Street Address | Addr 1",
          shape="text"),
    field("address_2", "second line of the address",
          "Address Line 2 | Address 2 | Address2 | Locality | Line 2 | District | Addr 2",
          shape="text"),
    field("address_3", "third line of the address",
          "Address Line 3 | Address 3 | Address3 | Line 3 | Addr 3",
          shape="text"),
    field("town", "town",
          "Town | City | Post Town | Town/City | Address Town",
          shape="text"),
    field("county", "county",
          "County | Address County",
          shape="text"),
    field("parent_name", "name of a parent or carer",
          "Parent Name | Parent | Carer Name | Parent/Carer | Parent / Carer Name | Parent or Carer | Contact 1 | Contact Name"
          " | Contact 1 Name | Priority 1 Contact | Priority 1 Name | Guardian | Guardian Name | Mother | Primary Contact"
          " | Primary contact name | Parent 1 | Parent 1 Name | Parent/carer name | Next of kin | Primary guardian",
          shape="text"),
    field("parent_relation", "relation of the parent or carer",
          "Relationship | Relation | Contact 1 Relationship | Relationship to student | Parent Relationship | Priority 1 Relationship"
          " | Parent 1 Relationship",
          shape="text"),
    field("parent_email", "email of a parent or carer",
          "Parent Email | Parent/Carer Email | Carer Email | Contact 1 Email | Parent Email Address | Guardian Email"
          " | Priority 1 Email | Parental Email | Parent 1 Email | Primary Contact Email | Primary email | Mother Email"
          " | Contact Email | Parent/carer email address",
          shape="email"),
    field("parent_mobile", "mobile of a parent or carer",
          "Parent Mobile | Parent/Carer Mobile | Carer Mobile | Contact 1 Mobile | Parent Phone | Parent Telephone"
          " | Guardian Mobile | Priority 1 Mobile | Parent 1 Mobile | Primary Contact Mobile | Parent Mobile Number"
          " | Mother Mobile | Contact 1 Telephone | Priority 1 Telephone | Parent/carer phone | Parent contact number"
          " | Parent/Carer telephone | Contact Mobile | Contact 1 phone",
          shape="phone"),
    field("parent2_name", "name of a second parent or carer",
          "Parent 2 | Parent 2 Name | Contact 2 | Contact 2 Name | Priority 2 Contact | Priority 2 Name | Second Contact"
          " | Guardian 2 | Father",
          shape="text"),
    field("parent2_relation", "relation of the second parent or carer",
          "Contact 2 Relationship | Priority 2 Relationship | Parent 2 Relationship",
          shape="text"),
    field("parent2_email", "email of a second parent or carer",
          "Parent 2 Email | Contact 2 Email | Priority 2 Email | Second Contact Email | Father Email | Guardian 2 Email",
          shape="email"),
    field("parent2_mobile", "mobile of a second parent or carer",
          "Parent 2 Mobile | Contact 2 Mobile | Priority 2 Mobile | Second Contact Mobile | Contact 2 Telephone | Father Mobile"
          " | Priority 2 Telephone | Guardian 2 Mobile | Contact 2 phone",
          shape="phone"),
    field("ignore", "leave this column out",
          "# | Row | Year | Year Group | Sex | Gender | Notes | Comments | Tutor | Salutation | Title | Priority | Language"
          " | Parental responsibility | Lives with | Ethnicity | SEN | FSM | House | Country | UPRN",
          shape="text"),
))  # fmt: skip
