"""The roles a seat may have."""

WORKER = "worker"
TEAM_LEADER = "team_leader"
SERVICE_MANAGER = "service_manager"
EVALUATOR = "evaluator"
COMMISSIONER = "commissioner"
ADMINISTRATOR = "administrator"

ROLES = (WORKER, TEAM_LEADER, SERVICE_MANAGER, EVALUATOR, COMMISSIONER, ADMINISTRATOR)

ROLE_WORDS = {
    WORKER: "Health trainer",
    TEAM_LEADER: "Team leader",
    SERVICE_MANAGER: "Service manager",
    EVALUATOR: "Evaluator",
    COMMISSIONER: "Commissioner",
    ADMINISTRATOR: "Administrator",
}
