// One licence that is sold with drives of the library.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Resources.Licenses;

/// <param name="Id">The number in the address; nothing else shows it.</param>
/// <param name="Name">The name of the resource to buy.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Burstable">May be used without a subscription.</param>
internal sealed record License(int Id, string Name, string Title, bool Burstable)
{
    /// <summary>Counted for each running server and not for each installation.</summary>
    public const string Type = "instance";

    /// <summary>The member of the server that gives the number: one for each processor.</summary>
    public const string Metric = "smp";

    /// <summary>What a drive shows that comes with the licence.</summary>
    public JsonObject ToBinding() => new() { ["amount"] = 1, ["license"] = ToJson(), ["user"] = null };

    public JsonObject ToJson() => new()
    {
        ["burstable"] = Burstable,
        ["long_name"] = Title,
        ["name"] = Name,
        ["resource_uri"] = $"/api/2.0/{LicensesResource.Name}/{Id}/",
        ["type"] = Type,
        ["user_metric"] = Metric,
    };
}
