// A reference to an address of the account. The address is its own id.
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A reference to an IP address object; its id is the address (guide 2).</summary>
/// <remarks>A reference made from an address is written as plain text; one that came in an answer is written back as it came.</remarks>
[JsonConverter(typeof(IPAddressReferenceConverter))]
public sealed record IPAddressReference
{
    /// <summary>Makes a reference to an address.</summary>
    /// <param name="address">The address.</param>
    public IPAddressReference(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
    }

    /// <value>The address.</value>
    public IPAddress Address { get; init; }

    /// <value>The server-relative address of the object; null when the reference was made from an address.</value>
    public string? ResourceUri { get; init; }

    internal bool IsObject { get; init; }

    internal Dictionary<string, JsonElement>? UnknownMembers { get; init; }

    /// <summary>Makes a reference from an address.</summary>
    /// <param name="address">The address.</param>
    public static implicit operator IPAddressReference(IPAddress address) => new(address);

    /// <summary>Makes a reference from an address.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The reference.</returns>
    public static IPAddressReference FromIPAddress(IPAddress address) => new(address);

    /// <summary>The address as text.</summary>
    /// <returns>The address.</returns>
    public override string ToString() => Address.ToString();
}
