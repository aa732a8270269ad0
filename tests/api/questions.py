"""The documents that the API's tests send."""

PROBLEM = "... on Problem { code message remedy }"
EDGE = """id type meaning from { id label name pseudonymous } to { id label name pseudonymous }
  properties { name value number } confidence confidenceMethod observedAt validFrom validTo sourceCount reviewState
  assertions { id record observedAt confidence method extractorVersion retracts payload source { id dataset } }"""
ANSWER = """__typename complete withheld { what code message edgeIds } sentences { text kind edgeIds origin }
  snapshot { version tenantVersion referenceVersion readAt ageSeconds stalenessBoundSeconds }"""

PATH = f"""query Path($input: CareerPathInput!) {{ careerPath(input: $input) {{ __typename {PROBLEM}
  ... on CareerPathAnswer {{ {ANSWER} subject {{ id name }} start {{ id name }} target {{ id name }} exact
    minDiversity diversity
    paths {{ cost months confidence money currency distance preferenceCost sentences {{ text edgeIds }}
      steps {{ kind kinds from {{ name }} to {{ name }} gained {{ name }} carried {{ name }} learningMonths
        courses {{ name }} withoutCourse {{ name }} opening {{ name }} unmet {{ kind months text number }}
        evidence {{ {EDGE} }} }} }}
    conflict {{ smallest tried more constraints {{ kind value enough helpsAlone role {{ name }} }}
      sentences {{ text edgeIds }}
      without {{ months steps {{ to {{ name }} }} sentences {{ text edgeIds }} }} }} }} }} }}"""
GAP = f"""query Gap($input: SkillGapInput!) {{ skillGap(input: $input) {{ __typename {PROBLEM}
  ... on SkillGapAnswer {{ {ANSWER} subject {{ id name }} target {{ name }} coverage
    items {{ skill {{ name }} status heldLevel requiredLevel sentences {{ text edgeIds }} evidence {{ {EDGE} }}
      courses {{ course {{ name }} closes evidence {{ id }} }} }} }} }} }}"""
MENTORS = f"""query Mentors($input: MentorMatchInput!) {{ mentorMatch(input: $input) {{ __typename {PROBLEM}
  ... on MentorMatchAnswer {{ {ANSWER} subject {{ id name pseudonymous }} considered
    candidates {{ mentor {{ id name pseudonymous }} score skills {{ name }} sentences {{ text edgeIds }}
      evidence {{ {EDGE} }} }} }} }} }}"""
PLAN = f"""query Plan($input: LearningPlanInput!) {{ learningPlan(input: $input) {{ __typename {PROBLEM}
  ... on LearningPlanAnswer {{ {ANSWER} subject {{ id name }} target {{ name }} status objective value bound gap
    startsOn endsOn weeks hours cost currency unpriced gapCount
    courses {{ course {{ id name }} firstWeek lastWeek beginsOn endsOn hoursPerWeek cost closes {{ name }}
      neededFor {{ name }} sentences {{ text edgeIds }} evidence {{ {EDGE} }} }}
    open {{ skill {{ name }} reason requiredLevel heldLevel reachableLevel sentences {{ text edgeIds }}
      evidence {{ {EDGE} }} }}
    conflict {{ remedies {{ limit stated atLeast needed courses {{ name }} }} gaps {{ name }} exhaustive }}
    changes {{ course {{ name }} change reason was now }} }} }} }}"""
EDGE_BY_ID = f"query Edge($id: ID!) {{ edge(id: $id) {{ __typename {PROBLEM} ... on Edge {{ {EDGE} }} }} }}"
EDGES_BY_ID = f"""query Edges($ids: [ID!]!, $purpose: String) {{
  edges(ids: $ids, purpose: $purpose) {{ __typename {PROBLEM} ... on Edge {{ {EDGE} }} }} }}"""
NODE = """query Node($id: ID!) { node(id: $id) { __typename id
  ... on Role { name roleId payMin payMax altNames level } ... on Skill { name kind } ... on Course { name hours }
  ... on Person { name pseudonym pseudonymous personId purpose location timeZone hiredOn languages }
  ... on Concept { label name } } }"""
SEARCH = f"""query Find($input: SearchInput!) {{ search(input: $input) {{ __typename {PROBLEM}
  ... on SearchAnswer {{ hits {{ matched match score node {{ id label name }} }} }} }} }}"""
ROLES = """query Roles($first: Int!, $after: String, $scheme: String) {
  roles(first: $first, after: $after, scheme: $scheme) { edges { cursor node { id roleId } } nodes { name }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""

QUESTIONS = {
    "careerPath": (PATH, {"targetRole": "r-lead"}),
    "skillGap": (GAP, {"targetRole": "r-lead"}),
    "mentorMatch": (MENTORS, {"targetRole": "r-lead"}),
    "learningPlan": (PLAN, {"targetRole": "r-lead"}),
}
PURPOSES = {
    "careerPath": "career_path",
    "skillGap": "skill_gap",
    "mentorMatch": "mentor_match",
    "learningPlan": "skill_gap",
}
