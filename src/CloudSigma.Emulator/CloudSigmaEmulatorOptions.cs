// The switches of the emulator, and the checks that name a bad value.
using System.Globalization;
using CloudSigma.Emulator.Resources.Capabilities;

namespace CloudSigma.Emulator;

/// <summary>The switches of the emulator.</summary>
public sealed class CloudSigmaEmulatorOptions
{
    // Life times up to this one never leave the calendar.
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(36_500);

    /// <summary>The TCP port on 127.0.0.1; 0 lets the operating system pick a free one.</summary>
    public int Port { get; set; }

    /// <summary>The TCP port on 127.0.0.1 of the host for uploads and downloads; 0, the default, lets the operating system pick a free one.</summary>
    public int DirectPort { get; set; }

    /// <summary>How uploads and downloads of drives behave, and where their bytes lie.</summary>
    public EmulatorTransfers Transfers { get; set; } = new();

    /// <summary>A slower and less reliable network for all connections; null, the default, leaves them as they are.</summary>
    public EmulatorNetwork? Network { get; set; }

    /// <summary>The accounts of the cloud. The default is <see cref="EmulatorAccount.WellKnown"/> alone.</summary>
    public IReadOnlyList<EmulatorAccount> Accounts { get; set; } = [EmulatorAccount.WellKnown];

    /// <summary>The clock that moves states and jobs.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How much faster than a real cloud things happen: 1 is realistic seconds, 1000 is nearly at once.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>When set, all uuids, hardware addresses and ports come from a generator with this seed, so that runs repeat exactly.</summary>
    public int? Seed { get; set; }

    /// <summary>Refuse unknown query parameters and members with 400 instead of ignoring them with a warning in the request log.</summary>
    public bool Strict { get; set; }

    /// <summary>How accounts sign in. The default accepts Basic, Digest, sessions and tokens.</summary>
    public EmulatorAuthentication Authentication { get; set; } = new();

    /// <summary>How many requests an account may make; null, the default, sets no limit. See <see cref="EmulatorRateLimits.Documented"/>.</summary>
    public EmulatorRateLimits? RateLimits { get; set; }

    /// <summary>The hosts on which drives lie, and the room that they have. The default has room for everything.</summary>
    public EmulatorStorage Storage { get; set; } = new();

    /// <summary>The hosts that run servers, and the manners of the guests. The default has room for everything.</summary>
    public EmulatorCompute Compute { get; set; } = new();

    /// <summary>What the location offers, and what each account has from the start.</summary>
    public EmulatorLocation Location { get; set; } = new();

    /// <summary>How many requests the log keeps; older ones fall off. At least 1; default: 1,000.</summary>
    public int RequestLogCapacity { get; set; } = 1000;

    /// <summary>A copy that nobody else can change.</summary>
    internal CloudSigmaEmulatorOptions Copy()
    {
        var copy = (CloudSigmaEmulatorOptions)MemberwiseClone();
        copy.Accounts = [.. Accounts, .. Location.Accounts];
        copy.Authentication = Authentication with { DigestAlgorithms = [.. Authentication.DigestAlgorithms] };
        copy.Location = Location with
        {
            StorageTypes = new SortedDictionary<string, EmulatorStorageLimits>(Location.StorageTypes.ToDictionary(), StringComparer.Ordinal),
            Hosts = new SortedDictionary<string, EmulatorHostLimits>(Location.Hosts.ToDictionary(), StringComparer.Ordinal),
            Hypervisors = Location.Hypervisors.ToDictionary(static entry => entry.Key, static entry => (IReadOnlyList<string>)[.. entry.Value]),
            Gpus = new SortedDictionary<string, EmulatorGpu>(Location.Gpus.ToDictionary(), StringComparer.Ordinal),
            Library = Location.Library is null ? null : [.. Location.Library],
            Accounts = [.. Location.Accounts],
        };
        copy.Storage = Storage with { HostCapacityByType = new Dictionary<string, long>(Storage.HostCapacityByType) };
        return copy;
    }

    internal void Validate()
    {
        if (Port is < 0 or > 65535)
            throw Bad(nameof(Port), Port, "a number from 0 to 65535, where 0 picks a free port");
        if (DirectPort is < 0 or > 65535 || (DirectPort != 0 && DirectPort == Port))
            throw Bad(nameof(DirectPort), DirectPort, "a number from 0 to 65535 other than Port, where 0 picks a free port");
        if (double.IsNaN(Speed) || double.IsInfinity(Speed) || Speed <= 0)
            throw Bad(nameof(Speed), Speed, "a number above 0, for example 1 for realistic seconds or 100 for quick ones");
        if (TimeProvider is null)
            throw Bad(nameof(TimeProvider), "null", "a clock, for example TimeProvider.System");
        if (Accounts is null || Accounts.Count == 0)
            throw Bad(nameof(Accounts), "an empty list", "at least one account");

        if (RequestLogCapacity < 1)
            throw Bad(nameof(RequestLogCapacity), RequestLogCapacity, "at least 1");

        ValidateLocation();
        ValidateAccounts();
        ValidateAuthentication();
        ValidateRateLimits();
        ValidateStorage();
        ValidateCompute();
        ValidateTransfers();
    }

    private void ValidateAccounts()
    {
        var emails = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var uuids = new HashSet<Guid>();
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var account in Accounts.Concat(Location.Accounts))
        {
            if (account is null)
                throw Bad(nameof(Accounts), "a null entry", "a list of accounts without gaps");
            if (account.Email.Length == 0 || account.Email.Contains(':', StringComparison.Ordinal))
                throw Bad(nameof(Accounts), $"the e-mail \"{account.Email}\"", "an e-mail that is not empty and has no colon");
            if (account.Password.Length == 0)
                throw Bad(nameof(Accounts), $"an empty password for {account.Email}", "a password of at least one character");
            if (!emails.Add(account.Email))
                throw Bad(nameof(Accounts), $"the e-mail {account.Email} twice", "each e-mail once");
            if (account.Uuid == Guid.Empty || !uuids.Add(account.Uuid))
                throw Bad(nameof(Accounts), $"the uuid {account.Uuid} for {account.Email}", "a uuid of its own for each account");
            if (account.OneTimePassword is { Length: 0 })
                throw Bad(nameof(Accounts), $"an empty one-time password for {account.Email}", "a code of at least one character, or null");
            // Tokens are secret, so they are not repeated here.
            if (account.Token is { } token && (token.Length == 0 || token.Any(static c => c is <= ' ' or > '~') || !tokens.Add(token)))
                throw Bad(nameof(Accounts), $"a token for {account.Email} that is empty, has blanks or is taken", "a token of visible characters for this account alone, or null");
        }
    }

    private void ValidateAuthentication()
    {
        if (Authentication is null)
            throw Bad(nameof(Authentication), "null", "the way to sign in, for example new EmulatorAuthentication()");
        if ((Authentication.Schemes & EmulatorAuthenticationSchemes.All) == 0)
            throw Bad(nameof(Authentication), "without any scheme", "at least one of Basic, Digest, Session and Bearer");
        if (Authentication.DigestAlgorithms is null || Authentication.DigestAlgorithms.Count == 0 || !Authentication.DigestAlgorithms.All(Enum.IsDefined))
            throw Bad(nameof(Authentication), "without a known algorithm of Digest", "a list of at least one algorithm, for example [EmulatorDigestAlgorithm.Md5]");
        if (!IsTime(Authentication.NonceLifetime))
            throw Bad(nameof(Authentication), $"a nonce life time of {Authentication.NonceLifetime}", "a time above zero and up to a hundred years");
        if (!IsTime(Authentication.SessionLifetime))
            throw Bad(nameof(Authentication), $"a session life time of {Authentication.SessionLifetime}", "a time above zero and up to a hundred years");
    }

    private void ValidateRateLimits()
    {
        if (RateLimits is not { } limits) return;
        foreach (var limit in (int?[])[limits.Get, limits.Post, limits.CreateServer, limits.Put, limits.Delete])
        {
            if (limit <= 0) throw Bad(nameof(RateLimits), $"a limit of {limit}", "numbers above 0, or null for no limit");
        }

        if (!IsTime(limits.Window)) throw Bad(nameof(RateLimits), $"a window of {limits.Window}", "a time above zero and up to a hundred years");
    }

    private void ValidateStorage()
    {
        if (Storage is null || Storage.HostCapacityByType is null)
            throw Bad(nameof(Storage), "null", "the hosts of drives, for example new EmulatorStorage()");
        if (Storage.HostsPerType is < 1 or > 1000)
            throw Bad(nameof(Storage), $"{Storage.HostsPerType} hosts for each storage type", "a number of hosts from 1 to 1000");
        foreach (var type in Storage.HostCapacityByType.Keys)
        {
            if (!Location.StorageTypes.ContainsKey(type))
                throw Bad(nameof(Storage), $"a capacity for {type}", $"a capacity for one of {string.Join(", ", Location.StorageTypes.Keys)}");
        }

        foreach (var capacity in Storage.HostCapacityByType.Values.Append(Storage.HostCapacity))
        {
            if (capacity < 1) throw Bad(nameof(Storage), $"a capacity of {capacity}", "a number of bytes above 0");
        }
    }

    private void ValidateCompute()
    {
        if (Compute is null)
            throw Bad(nameof(Compute), "null", "the hosts of servers, for example new EmulatorCompute()");
        if (Compute.HostsPerType is < 1 or > 1000)
            throw Bad(nameof(Compute), $"{Compute.HostsPerType} hosts for each processor type", "a number of hosts from 1 to 1000");
        if (Compute.HostCpu < 1) throw Bad(nameof(Compute), $"a host with {Compute.HostCpu} MHz", "a number of MHz above 0");
        if (Compute.HostMem < 1) throw Bad(nameof(Compute), $"a host with {Compute.HostMem} bytes", "a number of bytes above 0");
        if (Compute.IgnoreShutdown is not (>= 0 and <= 1))
            throw Bad(nameof(Compute), FormattableString.Invariant($"a share of {Compute.IgnoreShutdown} that ignores a shutdown"), "a share from 0 to 1");
    }

    private void ValidateTransfers()
    {
        if (Transfers is null)
            throw Bad(nameof(Transfers), "null", "the manners of transfers, for example new EmulatorTransfers()");
        if (!IsTime(Transfers.LinkLifetime))
            throw Bad(nameof(Transfers), $"a link life time of {Transfers.LinkLifetime}", "a time above zero and up to a hundred years");
        if (Transfers.Folder is { } folder && !Directory.Exists(folder))
            throw Bad(nameof(Transfers), $"the folder \"{folder}\"", "a folder that exists, or null for the temporary folder of the system");
        if (Network is not { } network) return;
        if (network.BytesPerSecond < 1)
            throw Bad(nameof(Network), $"{network.BytesPerSecond} bytes in a second", "a number of bytes above 0, or null for no limit");
        if (network.DropEvery < 1)
            throw Bad(nameof(Network), $"a cut after {network.DropEvery} bytes", "a number of bytes above 0, or null for none");
        if (network.Latency < TimeSpan.Zero || network.Latency > LongestTime)
            throw Bad(nameof(Network), $"a latency of {network.Latency}", "a time of zero or more, up to a hundred years");
    }

    private void ValidateLocation()
    {
        if (Location is null)
            throw Bad(nameof(Location), "null", "what the location offers, for example new EmulatorLocation()");
        if (LocationRules.Problem(Location) is { } problem) throw Bad(nameof(Location), problem.Found, problem.Expected);
    }

    private static bool IsTime(TimeSpan time) => time > TimeSpan.Zero && time <= LongestTime;

    private static ArgumentException Bad(string option, object value, string right) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option} is {value}. It has to be {right}."));
}
