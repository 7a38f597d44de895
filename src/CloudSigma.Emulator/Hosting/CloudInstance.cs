// One life of the cloud, from its start to the next reset.
using CloudSigma.Emulator.Authentication;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Limits;
using CloudSigma.Emulator.Resources;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Hosting;

internal sealed class CloudInstance
{
    public CloudInstance(CloudSigmaEmulatorOptions options, EmulatorClock clock, EmulatorHosts hosts)
    {
        Strict = options.Strict;
        RedirectDownloads = options.Transfers.RedirectDownloads;
        Hosts = hosts;
        State = new CloudState(options, clock);
        Catalog = CloudResources.Create(State, hosts);
        Sessions = new SessionStore(State, options.Authentication.SessionLifetime);
        Authenticator = new Authenticator(State, options.Authentication, Sessions);
        Accounts = new AccountActions(State, Catalog, options.Authentication, Authenticator, Sessions);
        Limiter = new RateLimiter(State, options.RateLimits);
    }

    public bool Strict { get; }

    public bool RedirectDownloads { get; }

    public EmulatorHosts Hosts { get; }

    public CloudState State { get; }

    public ResourceCatalog Catalog { get; }

    public SessionStore Sessions { get; }

    public Authenticator Authenticator { get; }

    public AccountActions Accounts { get; }

    public RateLimiter Limiter { get; }
}
