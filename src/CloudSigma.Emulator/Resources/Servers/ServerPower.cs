// The actions that switch a server on and off.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Audit;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class ServerPower
{
    public static IReadOnlyList<ActionDefinition> Actions { get; } =
    [
        new ActionDefinition("start", Start) { Parameters = [AvoidParameter.Name], Members = ["allocation_method"] },
        new ActionDefinition("stop", Stop),
        new ActionDefinition("shutdown", Shutdown),
        new ActionDefinition("restart", Restart),
    ];

    /// <summary>The answer of an action that has been accepted.</summary>
    /// <param name="server">The server.</param>
    /// <param name="action">The action.</param>
    /// <param name="address">A member that names an address, and the address; null when there is none.</param>
    public static ApiResponse Done(Document server, string action, (string Member, string Value)? address = null)
    {
        var members = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["action"] = action, ["result"] = "success", ["uuid"] = server.Id };
        if (address is { } more) members.Add(more.Member, more.Value);
        return ApiResponse.Json(202, writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members) writer.WriteString(name, value);
            writer.WriteEndObject();
        });
    }

    private static ApiResponse Start(RequestContext request, Document server, JsonObject body)
    {
        if (body["allocation_method"] is { } method && !CloudLimits.StartMethods.Contains(method.ToString()))
            throw ApiException.Validation($"\"{method}\" is not one of {string.Join(", ", CloudLimits.StartMethods)}", "allocation_method");
        ServerStart.Begin(server, ServerStart.Avoided(request));
        return Done(server, "start");
    }

    // A power cut; it also ends a guest that stands still.
    private static ApiResponse Stop(RequestContext request, Document server, JsonObject body)
    {
        ServerStatus.RequireRunning(server, "stop", ServerStatus.Paused);
        request.State.Ports.CloseAll(server);
        ServerLife.Plan(server, ServerStatus.Stopping, ServerLife.Stopped, Durations.ServerStop);
        return Done(server, "stop");
    }

    private static ApiResponse Shutdown(RequestContext request, Document server, JsonObject body)
    {
        ServerStatus.RequireRunning(server, "shutdown");
        var ignored = IdGenerator.NumberOf(server.Id) < request.State.Compute.IgnoreShutdown * (uint.MaxValue + 1.0);
        if (ignored) ServerLife.Plan(server, ServerStatus.Stopping, ServerLife.Ignored, Durations.ServerShutdownPatience);
        else ServerLife.Plan(server, ServerStatus.Stopping, ServerLife.Stopped, Durations.ServerShutdown);
        return Done(server, "shutdown");
    }

    // A reset: the guest begins anew and keeps host and addresses.
    private static ApiResponse Restart(RequestContext request, Document server, JsonObject body)
    {
        ServerStatus.RequireRunning(server, "restart");
        ServerRuntime.Restart(server);
        return Done(server, "restart");
    }
}
