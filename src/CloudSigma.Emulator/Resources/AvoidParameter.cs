// The query parameter "avoid" of creates, clones and starts.
using CloudSigma.Emulator.Engine;

namespace CloudSigma.Emulator.Resources;

internal static class AvoidParameter
{
    public const string Name = "avoid";

    /// <summary>The uuids of drives and servers that the request wants to stay away from, the most important first.</summary>
    public static IEnumerable<string> Ids(RequestContext request) => request.Query.All(Name)
        .SelectMany(static value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(static id => id.ToLowerInvariant());
}
