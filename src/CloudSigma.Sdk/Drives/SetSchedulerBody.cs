// The body of the action that attaches a backup scheduler.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed record SetSchedulerBody([property: JsonPropertyName("backup_policy_uuid")] Guid BackupPolicyUuid);
