// The actions start, stop and shutdown, and what follows from them.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Audit;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerPower
{
    public static IReadOnlyList<ActionDefinition> Actions { get; } =
    [
        new ActionDefinition("start", Start) { Parameters = ["avoid"], Members = ["allocation_method"] },
        new ActionDefinition("stop", static (request, server, _) => Stop(request, server, "stop", Durations.ServerStop)),
        new ActionDefinition("shutdown", static (request, server, _) => Stop(request, server, "shutdown", Durations.ServerShutdown)),
    ];

    public static IReadOnlyDictionary<string, Action<Document>> Events { get; } = new Dictionary<string, Action<Document>>
    {
        ["started"] = static server =>
        {
            ServerRuntime.Begin(server);
            server.Set("status", ServerStatus.Running);
            AuditLog.Event(server, "boot");
        },
        ["stopped"] = static server =>
        {
            ServerRuntime.End(server);
            server.Set("status", ServerStatus.Stopped);
            AuditLog.Event(server, "stop");
        },
    };

    /// <summary>Refuses what is only possible with a stopped server.</summary>
    public static void RequireStopped(Document server, string verb)
    {
        if (server.Status != ServerStatus.Stopped)
            throw ApiException.Permission($"Cannot {verb} guest in state \"{ServerStatus.Inner(server.Status)}\". Guest should be in state \"stopped\"");
    }

    private static ApiResponse Start(RequestContext request, Document server, JsonObject body)
    {
        if (body["allocation_method"] is { } method && !CloudLimits.StartMethods.Contains(method.ToString()))
            throw ApiException.Validation($"\"{method}\" is not one of {string.Join(", ", CloudLimits.StartMethods)}", "allocation_method");
        RequireStopped(server, "start");
        foreach (var id in ServerDrives.Ids(server)) RequireReady(server, id);
        server.Set("status", ServerStatus.Starting);
        request.State.Scheduler.After(server, "started", Durations.ServerStart);
        return Done(server, "start");
    }

    private static void RequireReady(Document server, string driveId)
    {
        // What was shared when it was attached may have been taken back since.
        var drive = ServerDrives.Attachable(server, driveId)
            ?? throw ApiException.Permission($"Cannot start guest whose drive {driveId} is not shared any more", "drives.drive");
        var status = DriveStatus.Of(drive);
        if (!DriveStatus.IsAtRest(status))
            throw ApiException.Permission($"Cannot start guest while its drive {driveId} is in state \"{status}\"", "drives");
    }

    private static ApiResponse Stop(RequestContext request, Document server, string verb, TimeSpan duration)
    {
        if (server.Status != ServerStatus.Running)
            throw ApiException.Permission(
                $"Cannot {verb} guest in state \"{ServerStatus.Inner(server.Status)}\". Guest should be in state \"['started', 'running_legacy']\"");
        server.Set("status", ServerStatus.Stopping);
        request.State.Scheduler.After(server, "stopped", duration);
        return Done(server, verb);
    }

    private static ApiResponse Done(Document server, string action) => ApiResponse.Json(202, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("action", action);
        writer.WriteString("result", "success");
        writer.WriteString("uuid", server.Id);
        writer.WriteEndObject();
    });
}
