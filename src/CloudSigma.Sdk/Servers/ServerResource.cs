// Where servers of one kind are, and what their operations are called.
using CloudSigma.Sdk.Core.Http;

namespace CloudSigma.Sdk;

/// <summary>The addresses and operation ids of servers or of backfilling servers, which behave alike (guide 30).</summary>
internal sealed class ServerResource
{
    private ServerResource(string area) => Area = area;

    public static ServerResource Servers { get; } = new("servers");

    public static ServerResource Backfilling { get; } = new("bservers");

    /// <summary>The first part of the ids of operations.</summary>
    public string Area { get; }

    /// <summary>The path of the brief list, and of creates.</summary>
    public string Path => $"{Area}/";

    /// <summary>The path of the detailed list.</summary>
    public string DetailPath => $"{Area}/detail/";

    /// <summary>The path of one server.</summary>
    public string PathOf(Guid uuid) => $"{Area}/{uuid:D}/";

    /// <summary>The id of an operation that is documented for both kinds; also the first part of the ids of <see cref="Operation{T}"/>.</summary>
    public string Id(string operation) => $"{Area}-{operation}";

    /// <summary>Describes an action with an empty body. Only start and stop have ids of their own for backfilling servers; all other actions are documented once.</summary>
    public ApiRequest Action(Guid uuid, string action) => ApiRequest.Post(
        action is "start" or "stop" ? Id(action) : Servers.Id(action.Replace('_', '-')), ActionPath(uuid, action), RequestSafety.RepeatableAction);

    /// <summary>The path and query of an action.</summary>
    public string ActionPath(Guid uuid, string action) => $"{PathOf(uuid)}action/?do={action}";
}
