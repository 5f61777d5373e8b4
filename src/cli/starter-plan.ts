// The plan that `outlay init` writes: small, true, and one example of each thing that most plans need.

export const starterPlan = `# A plan: what drives a system, what it runs on, what that costs, what breaks first.
#
#   outlay bill outlay.yaml                     what each tier costs
#   outlay bill outlay.yaml --at tier=growth    one tier in detail
#   outlay explain outlay.yaml --at tier=growth where every figure comes from
#   outlay limits outlay.yaml                   what breaks first
#   outlay margin outlay.yaml --per users       what is left of what is earned, and from how many users on
#   outlay check outlay.yaml                    whether the plan keeps its own promises
#   outlay prices search vps                    what else there is

plan: My service
as_of: 2026-03-27          # the day whose prices hold
currency: EUR              # of all totals
exchange: { EUR: 1.1539 USD }
units: [email]             # things that you count; user, request, GB, ... are known

# What drives everything else. Say where a figure comes from: it stands in every report.
inputs:
  users:
    value: 500 users
    source: planning assumption
  emails_per_user: 5 to 8 emails/user/month   # a range stays one, down to the total
  uploads: 0.5 GB/user
  paying:
    value: 4%
    label: users who pay
    confidence: assumed

# What follows from it. Units are checked: adding users to gigabytes is an error.
formulas:
  emails: users * emails_per_user
  stored: users * uploads

# What is bought or run. Paths lead into the catalog; a price of your own works too.
items:
  server:
    group: compute
    use: contabo/cloud-vps-20
  storage:
    group: storage
    use: backblaze/b2
    quantity: stored
  mail:
    group: mail
    use: mailersend        # sold in plans: the cheapest that covers the quantity is taken
    quantity: emails
  domain:
    group: other
    price: 14 EUR/year
    source: registrar's price list

# What is earned, if anything is. It is in no total.
revenue:
  pro:
    price: 5 EUR/user/month
    quantity: users * paying

# What breaks, why, and what to do then.
limits:
  users_per_server:
    that: users <= 2_000 users
    because: load test of the current release
    then: move to a larger server

budgets:
  monthly: total <= 40 EUR/month

# Ways in which cases differ: here three tiers. Each says only what is different.
axes:
  tier:
    launch: { users: 100 users, server.use: contabo/cloud-vps-10 }
    growth: {}
    large:
      users: 3_000 users
      server.use: contabo/cloud-vps-30

# What the plan promises. \`outlay check\` tries it, here and in CI.
expect:
  - that: server.cost at tier=growth
    is: 7.00 EUR/month
  - that: total at tier=growth < 25 EUR/month
`;
