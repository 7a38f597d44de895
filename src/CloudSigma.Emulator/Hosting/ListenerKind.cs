// Which of its ports a connection came in by.
namespace CloudSigma.Emulator.Hosting;

internal enum ListenerKind
{
    /// <summary>The host of the API.</summary>
    Api,

    /// <summary>The host for uploads and downloads, which answers the API too.</summary>
    Direct,

    /// <summary>The host behind redirected downloads.</summary>
    Storage,
}
