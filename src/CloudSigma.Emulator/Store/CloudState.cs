// The whole cloud in memory: accounts, library, clock and the events to come. All access happens under its gate.
using CloudSigma.Emulator.Guests;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Lifecycle;

namespace CloudSigma.Emulator.Store;

internal sealed class CloudState
{
    private readonly Dictionary<string, AccountPartition> _partitions = new(StringComparer.OrdinalIgnoreCase);
    private long _transactions;
    private int _subscriptions;

    public CloudState(CloudSigmaEmulatorOptions options, EmulatorClock clock)
    {
        Ids = new IdGenerator(options.Seed);
        Scheduler = new Scheduler(this, clock, options.Speed);
        Addresses = new PublicAddresses(this);
        Location = options.Location;
        StorageHosts = new StorageHosts(this, options.Storage);
        ComputeHosts = new ComputeHosts(this, options.Compute);
        Compute = options.Compute;
        Ports = new GuestPorts(this);
        Images = new DriveImages(this, options.Transfers.Folder);
        Links = new TransferLinks(this, options.Transfers.LinkLifetime);
        Gpus = new GpuPool(this, options.Location.Gpus);
        Library = new AccountPartition(this, account: null);
        foreach (var account in options.Accounts) Add(account);
    }

    public Lock Gate { get; } = new();

    public IdGenerator Ids { get; }

    public Scheduler Scheduler { get; }

    public PublicAddresses Addresses { get; }

    /// <summary>What is offered here.</summary>
    public EmulatorLocation Location { get; }

    /// <summary>The resources whose objects carry tags, with the rights that can be given on each.</summary>
    public Dictionary<string, IReadOnlyList<string>> Shareable { get; } = new(StringComparer.Ordinal);

    /// <summary>The machines that hold the drives of all accounts.</summary>
    public StorageHosts StorageHosts { get; }

    /// <summary>The machines that run the servers of all accounts.</summary>
    public ComputeHosts ComputeHosts { get; }

    /// <summary>The GPUs for the servers of all accounts.</summary>
    public GpuPool Gpus { get; }

    /// <summary>The contents of the drives and snapshots of all accounts.</summary>
    public DriveImages Images { get; }

    /// <summary>The secret links of uploads and downloads.</summary>
    public TransferLinks Links { get; }

    /// <summary>The ports behind which guests answer.</summary>
    public GuestPorts Ports { get; }

    /// <summary>How servers and their guests behave.</summary>
    public EmulatorCompute Compute { get; }

    /// <summary>Objects that belong to nobody and that everybody can read.</summary>
    public AccountPartition Library { get; }

    public IReadOnlyCollection<AccountPartition> Partitions => _partitions.Values;

    /// <summary>The moment of the request or of the event that is being handled.</summary>
    public DateTimeOffset Now => Scheduler.Now;

    /// <summary>The changes of the request under way; null while the cloud changes by itself.</summary>
    public Journal? Journal { get; private set; }

    /// <summary>The number of another subscription.</summary>
    public int NewSubscription() => ++_subscriptions;

    /// <summary>Opens the cloud to another account.</summary>
    public AccountPartition Add(EmulatorAccount account)
    {
        var partition = new AccountPartition(this, account);
        _partitions.Add(account.Email, partition);
        Journal?.OnRollback(() => _partitions.Remove(account.Email));
        return partition;
    }

    public AccountPartition? Partition(string email) => _partitions.GetValueOrDefault(email);

    /// <summary>The account with a uuid, or null.</summary>
    public EmulatorAccount? Account(string uuid) =>
        Guid.TryParse(uuid, out var id) ? Partitions.FirstOrDefault(partition => partition.Account!.Uuid == id)?.Account : null;

    /// <summary>An object of whichever account, or null.</summary>
    public Document? Find(string resource, string id)
    {
        foreach (var partition in Partitions)
        {
            if (partition.Find(resource, id) is { } document) return document;
        }

        return null;
    }

    /// <summary>Runs one request: all of its changes happen or, when it throws, none.</summary>
    public T Transaction<T>(Func<T> work) => Transaction(work, out _);

    /// <summary>Runs one request and tells what it changed.</summary>
    public T Transaction<T>(Func<T> work, out Journal journal)
    {
        journal = new Journal(++_transactions);
        Journal = journal;
        var done = false;
        try
        {
            var result = work();
            done = true;
            return result;
        }
        finally
        {
            Journal = null;
            if (!done) journal.Rollback();
        }
    }
}
