// The actions on servers that take time.
namespace CloudSigma.Sdk;

/// <summary>What a server is on its way to.</summary>
internal enum ServerAction
{
    /// <summary>Stopped to running.</summary>
    Start,

    /// <summary>Any status to running with a public address.</summary>
    Address,

    /// <summary>Running to stopped, by a power cut.</summary>
    Stop,

    /// <summary>Running to stopped, by asking the guest.</summary>
    Shutdown,

    /// <summary>Running to running anew.</summary>
    Restart,
}
