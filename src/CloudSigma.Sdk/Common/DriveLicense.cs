// A licence on a drive.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A licence that is bound to a drive. It comes with a library image and cannot be edited.</summary>
public sealed record DriveLicense : ApiModel
{
    /// <summary>Number of licences.</summary>
    [JsonIgnore]
    public int Amount { get => _amount.Value; init => _amount = new(value); }
    [JsonInclude, JsonPropertyName("amount")] internal Member<int> _amount;

    /// <summary>The licence.</summary>
    [JsonIgnore]
    public LicenseInfo? License { get => _license.Value; init => _license = new(value); }
    [JsonInclude, JsonPropertyName("license")] internal Member<LicenseInfo> _license;

    /// <summary>Owner of the licence.</summary>
    /// <value>Null in all known answers.</value>
    [JsonIgnore]
    public ResourceReference? User { get => _user.Value; init => _user = new(value); }
    [JsonInclude, JsonPropertyName("user")] internal Member<ResourceReference> _user;
}
