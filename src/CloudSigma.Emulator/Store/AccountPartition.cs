// The part of the cloud that belongs to one account; the public library is a partition without an account.
namespace CloudSigma.Emulator.Store;

internal sealed class AccountPartition(CloudState state, EmulatorAccount? account)
{
    private readonly Dictionary<string, DocumentCollection> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, object> _indexes = [];

    public CloudState State { get; } = state;

    /// <summary>The owner, or null for the public library.</summary>
    public EmulatorAccount? Account { get; } = account;

    /// <summary>The money of the account, in its currency. Only a test changes it; nothing is charged yet.</summary>
    public decimal Balance { get; set; } = account?.Balance ?? 0;

    public DocumentCollection Collection(string resource)
    {
        if (!_collections.TryGetValue(resource, out var collection))
        {
            collection = new DocumentCollection(State);
            _collections.Add(resource, collection);
        }

        return collection;
    }

    public Document? Find(string resource, string id) => Collection(resource).Find(id);

    /// <summary>An index over the partition that is made once and kept.</summary>
    public T Index<T>(Func<AccountPartition, T> make)
        where T : class
    {
        if (!_indexes.TryGetValue(typeof(T), out var index))
        {
            index = make(this);
            _indexes.Add(typeof(T), index);
        }

        return (T)index;
    }
}
