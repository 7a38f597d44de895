// One request on its way through the engine.
using CloudSigma.Emulator.Audit;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal sealed class RequestContext(
    CloudState state, ResourceCatalog catalog, string method, QueryText query, ReadOnlyMemory<byte> body, bool strict)
{
    private AccountPartition? _caller;

    public CloudState State { get; } = state;

    public string Method { get; } = method;

    public QueryText Query { get; } = query;

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>The part of the cloud that belongs to the caller; that of nobody on an open address.</summary>
    public AccountPartition Caller
    {
        get => _caller ?? State.Library;
        set => _caller = value;
    }

    /// <summary>What the audit log will tell of the request.</summary>
    public RequestAudit Audit { get; } = new();

    public List<string> Warnings { get; } = [];

    public DateTimeOffset Now => State.Now;

    /// <summary>The declaration of another resource.</summary>
    public ResourceDefinition Resource(string name) =>
        catalog.Find(name) ?? throw new ArgumentException($"No resource {name} is declared.", nameof(name));

    /// <summary>Notes something that has no effect, or refuses it when the emulator is strict.</summary>
    public void Unknown(string kind, string name)
    {
        if (strict)
        {
            throw ApiException.Validation(
                $"Unknown {kind} \"{name}\". The emulator runs with the switch Strict (--strict); without it this is ignored.", name);
        }

        Warn($"Unknown {kind} \"{name}\" was ignored.");
    }

    public void Warn(string text)
    {
        if (Warnings.Count < 100) Warnings.Add(text);
    }

    /// <summary>Notes all query parameters that the address does not know.</summary>
    public void CheckQuery(params IEnumerable<string> known)
    {
        var names = known.ToHashSet(StringComparer.Ordinal);
        foreach (var name in Query.Names)
        {
            if (!names.Contains(name)) Unknown("query parameter", name);
        }
    }
}
