// The action of a drive that gives it a backup scheduler or takes it away.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

internal static class DriveScheduler
{
    private const string Policy = "backup_policy_uuid";

    public static ActionDefinition Action { get; } = new("set_scheduler", Run) { Members = [Policy] };

    private static ApiResponse Run(RequestContext request, Document drive, JsonObject body)
    {
        if (!body.TryGetPropertyValue(Policy, out var wanted)) throw ApiException.Validation(ValueReader.RequiredMessage, Policy);
        // How a scheduler is removed is not documented; null and "" are the choice of the emulator.
        drive.Set("backup_scheduler", wanted?.ToString() is { Length: > 0 } id ? Find(drive, id).Reference() : null);
        return DocumentRenderer.Single(request, request.Resource(DrivesResource.Name), drive, 202);
    }

    // The scheduler of the owner, for it is the owner's snapshots that it makes.
    private static Document Find(Document drive, string id) =>
        drive.Partition.Find(BackupSchedulersResource.Name, id) ?? throw ApiException.Validation($"There is no backup scheduler {id}", Policy);
}
