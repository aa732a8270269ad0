"""The documents of the GraphQL benchmark: each question with sentences, evidence and assertions."""

from __future__ import annotations

EDGE = """id type from { id name } to { id name } confidence observedAt validFrom validTo sourceCount
  properties { name value } assertions { id record observedAt confidence method source { id dataset } }"""
ANSWER = "__typename sentences { text kind edgeIds } snapshot { version readAt }"

DOCUMENTS = {
    "careerPath": f"""query Path($input: CareerPathInput!) {{ careerPath(input: $input) {{ __typename
      ... on CareerPathAnswer {{ {ANSWER} start {{ name }} target {{ name }} paths {{ cost months confidence
        sentences {{ text edgeIds }}
        steps {{ kind from {{ name }} to {{ name }} gained {{ name }} carried {{ name }} evidence {{ {EDGE} }} }} }} }}
    }} }}""",
    "skillGap": f"""query Gap($input: SkillGapInput!) {{ skillGap(input: $input) {{ __typename
      ... on SkillGapAnswer {{ {ANSWER} coverage items {{ skill {{ name }} status heldLevel requiredLevel
        sentences {{ text edgeIds }} evidence {{ {EDGE} }} courses {{ course {{ name }} closes }} }} }} }} }}""",
    "mentorMatch": f"""query Mentors($input: MentorMatchInput!) {{ mentorMatch(input: $input) {{ __typename
      ... on MentorMatchAnswer {{ {ANSWER} considered candidates {{ mentor {{ id name }} score skills {{ name }}
        sentences {{ text edgeIds }} evidence {{ {EDGE} }} }} }} }} }}""",
}
