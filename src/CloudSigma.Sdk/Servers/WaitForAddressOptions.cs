// Which address of a server is waited for.
using System.Net.Sockets;

namespace CloudSigma.Sdk;

/// <summary>Which public address of a server is waited for, and how long. Everything is optional.</summary>
public sealed record WaitForAddressOptions
{
    /// <value><see cref="AddressFamily.InterNetwork"/> for IPv4, <see cref="AddressFamily.InterNetworkV6"/> for IPv6; null for either, IPv4 first.</value>
    public AddressFamily? Family { get; init; }

    /// <value>When the wait is given up; null for <see cref="PollingOptions.Timeout"/>.</value>
    public TimeSpan? Timeout { get; init; }
}
