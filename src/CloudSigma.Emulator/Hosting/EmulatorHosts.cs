// The addresses of the emulator, which are known when it listens.
namespace CloudSigma.Emulator.Hosting;

internal sealed class EmulatorHosts
{
    private Uri? _api;
    private Uri? _direct;
    private Uri? _storage;

    /// <summary>The base address of the API.</summary>
    public Uri Api => _api ?? throw NotYet();

    /// <summary>The base address of the API on the host for uploads and downloads.</summary>
    public Uri Direct => _direct ?? throw NotYet();

    /// <summary>The host that only serves links of downloads.</summary>
    public Uri Storage => _storage ?? throw NotYet();

    public void Set(Uri api, Uri direct, Uri storage) => (_api, _direct, _storage) = (api, direct, storage);

    private static InvalidOperationException NotYet() => new("The emulator does not listen yet.");
}
