"""The three questions, each as one Cypher statement over the lean tables, written as well as we can.

Levels are whole numbers in steps of 0.02, weights in steps of 0.004, costs in thousandths of a month, as in
``reasoning``. A statement returns what the answer ranks and counts and names the skills it
rests on; we cite every edge.
"""

from __future__ import annotations

NARROWER = "<-[:BROADER*0..6]-"
"""From a skill to itself and every narrower one (the synthetic forest is at most six deep)."""

NOW_IN = "h.since <= $today AND (h.until IS NULL OR h.until >= $today)"

SKILL_GAP = f"""
MATCH (me:Person {{id: $person}})
MATCH (target:Role {{id: $role}})-[q:REQUIRES_SKILL]->(s:Skill)
OPTIONAL MATCH p = (s){NARROWER}(n:Skill)<-[h:HAS_SKILL]-(me)
WITH s, q, n, h, length(p) AS depth,
     CASE WHEN h.level > q.level THEN q.level ELSE h.level END AS reached
ORDER BY reached DESC, depth, h.level DESC, n.id
WITH s, q, collect(h.level) AS levels
WITH s, q, CASE WHEN size(levels) = 0 THEN 0 ELSE levels[0] END AS held
OPTIONAL MATCH p = (s){NARROWER}(n:Skill)<-[t:TEACHES_SKILL]-(c:Course)
WHERE held < q.level AND t.level > held
WITH s, q, held, c, t.level AS level, length(p) AS far ORDER BY level DESC, far
WITH s, q, held, c, collect(level)[0] AS reaches, collect(far)[0] AS far
ORDER BY CASE WHEN reaches >= q.level THEN 0 ELSE 1 END, CASE WHEN far = 1 THEN 0 ELSE 1 END,
         c.cost, c.hours, reaches DESC, c.id
WITH s, q, held, collect(c.id) AS courses
RETURN s.id AS skill, held, held >= q.level AS met, q.weight AS weight, courses[0..5] AS courses
ORDER BY met, CASE WHEN q.essential = 1 THEN 0 ELSE 1 END, weight DESC, q.level - held DESC, skill
"""

MENTOR_MATCH = f"""
MATCH (me:Person {{id: $person}})
MATCH (me)-[h:HOLDS_ROLE]->(origin:Role) WHERE {NOW_IN}
WITH me, origin ORDER BY h.since DESC, origin.id DESC LIMIT 1
OPTIONAL MATCH (me)-[:REPORTS_TO*1..12]->(boss:Person)
WITH me, origin, collect(boss) AS bosses
OPTIONAL MATCH (me)<-[:REPORTS_TO*1..12]-(report:Person)
WITH me, origin, bosses, collect(report) AS reports
WITH me, origin, bosses + reports AS line
MATCH (target:Role {{id: $role}})-[q:REQUIRES_SKILL]->(s:Skill)
OPTIONAL MATCH (s){NARROWER}(n:Skill)<-[h:HAS_SKILL]-(me)
WITH me, origin, line, target, s, q.weight AS w, q.level AS need, coalesce(max(h.level), 0) AS own
WHERE own < need
WITH me, origin, line, target,
     collect({{s: s, w: w, least: CASE WHEN own + 50 < need THEN own + 50 ELSE need END}}) AS wants, sum(w) AS total
UNWIND wants AS want
WITH me, origin, line, target, total, want.s AS s, want.w AS w, want.least AS least
MATCH (s){NARROWER}(n:Skill)<-[h:HAS_SKILL]-(p:Person)
WHERE h.level >= least AND p.mentoring AND p <> me AND (p.left_on IS NULL OR p.left_on > $today)
WITH me, origin, line, target, total, p, s, w, collect(n) AS through
WITH me, origin, line, target, total, p, sum(w) AS helped, collect({{s: s, w: w, through: through}}) AS helps
WHERE NOT p IN line
OPTIONAL MATCH (p)-[o:OFFERS_MENTORING]->(os:Skill)
WITH me, origin, target, total, p, helped, helps, max(o.capacity) AS room, collect(os) AS offers
WHERE room IS NULL OR room > 0
OPTIONAL MATCH (p)-[a:HOLDS_ROLE]->(target) WHERE a.since <= $today
WITH me, origin, target, total, p, helped, helps, room, offers, max(a.since) AS latest
OPTIONAL MATCH (p)-[b:HOLDS_ROLE]->(origin) WHERE b.since <= $today AND latest IS NOT NULL AND origin <> target
WITH me, total, p, helped, helps, room, offers, latest, min(b.since) AS earlier,
     abs($offsets[p.time_zone] - $offsets[me.time_zone]) AS apart
WITH p, helps,
  round(0.38 * helped / total, 6)
  + round(0.22 * reduce(sum = 0, x IN helps | sum + CASE
      WHEN x.s IN offers OR any(n IN x.through WHERE n IN offers) THEN x.w ELSE 0 END) / total, 6)
  + round(0.14 * CASE WHEN latest IS NULL THEN 0.0 WHEN earlier < latest THEN 1.0 ELSE 0.5 END, 6)
  + round(0.08 * CASE WHEN any(l IN p.languages WHERE l IN me.languages) THEN 1.0 ELSE 0.0 END, 6)
  + round(0.06 * (1 - CASE WHEN apart > 12 THEN 24 - apart ELSE apart END / 12.0), 6)
  + round(0.05 * CASE WHEN room IS NULL THEN 0.5 WHEN room > 3 THEN 1.0 ELSE room / 3.0 END, 6)
  + 0.035 AS score
ORDER BY score DESC, p.id LIMIT $first
RETURN p.id AS mentor, score, [x IN helps | [x.s.id, [n IN x.through | n.id]]] AS skills
ORDER BY score DESC, mentor
"""

CAREER_PATH = f"""
MATCH (me:Person {{id: $person}})-[h:HOLDS_ROLE]->(origin:Role) WHERE {NOW_IN}
WITH me, origin ORDER BY h.since DESC, origin.id DESC LIMIT 1
MATCH path = (origin)-[:TRANSITIONS_TO*1..4]->(target:Role {{id: $role}})
WITH me, nodes(path) AS roles, relationships(path) AS moves
WHERE none(i IN range(0, size(roles) - 2) WHERE roles[i] IN roles[i + 1..])
UNWIND range(1, size(roles) - 1) AS step
WITH me, roles, moves[step - 1].base AS base, step, roles[step] AS role, roles[1..step] AS passed
MATCH (role)-[q:REQUIRES_SKILL]->(s:Skill) WHERE q.essential = 1
OPTIONAL MATCH (s){NARROWER}(n:Skill)<-[g:REQUIRES_SKILL]-(before:Role)
WHERE g.essential = 1 AND before IN passed
WITH me, roles, base, step, role, q, s, coalesce(max(g.level), 0) AS given
OPTIONAL MATCH (s){NARROWER}(n:Skill)<-[h:HAS_SKILL]-(me)
WITH roles, base, step, role, q, given, coalesce(max(h.level), 0) AS held
WITH roles, base, step, role, q, CASE WHEN given > held THEN given ELSE held END AS level
WITH roles, base, step, role, sum(q.weight) AS weights,
     sum(CASE WHEN level >= q.level THEN 0
         ELSE (q.level - level) * 1000 / q.level + CASE
           WHEN (q.level - level) * 1000 % q.level > 0 THEN 1 ELSE 0 END END * q.weight) AS missing
WITH roles, step, $preparation[role.job_zone - 1] * missing AS learn, weights, base
WITH roles, sum(learn / weights + CASE WHEN learn % weights > 0 THEN 1 ELSE 0 END + base) AS cost
RETURN [r IN roles | r.id] AS ids, cost ORDER BY cost, size(ids), ids LIMIT 3
"""
