// The declaration of a resource. Lists, reads, writes, schema, OPTIONS and actions follow from it.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal sealed class ResourceDefinition
{
    private readonly Dictionary<string, FieldDefinition> _byName = new(StringComparer.Ordinal);

    public ResourceDefinition(string name, IEnumerable<FieldDefinition> fields)
    {
        Name = name;
        Fields = [.. fields.OrderBy(static field => field.Name, StringComparer.Ordinal)];
        Shown = [.. Fields.Where(static field => !field.WriteOnly)];
        foreach (var field in Fields) _byName.Add(field.Name, field);
    }

    /// <summary>The first part of the address, for example <c>drives</c>.</summary>
    public string Name { get; }

    /// <summary>The resource whose objects these are, when this one shows only some of another one; otherwise its own name.</summary>
    public string StoredIn { get => field ?? Name; init; }

    /// <summary>Which objects of <see cref="StoredIn"/> are shown; null means all.</summary>
    public Func<Document, bool>? Holds { get; init; }

    /// <summary>Refuses callers that have no access to the resource at all.</summary>
    public Action<RequestContext>? Guard { get; init; }

    /// <summary>Objects carry tags, and are shared by them.</summary>
    public bool Taggable => Fields.Any(static member => member.CarriesTags);

    /// <summary>The rights that can be given on an object that carries tags.</summary>
    public IReadOnlyList<string> Rights { get; init; } = [Right.List, Right.Edit];

    /// <summary>All members, in the order in which answers show them.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>The members that answers show.</summary>
    public IReadOnlyList<FieldDefinition> Shown { get; }

    /// <summary>The members of the short list; null when both lists are alike.</summary>
    public IReadOnlyList<string>? ShortMembers { get; init; }

    /// <summary>One object at the address of the list, such as the profile.</summary>
    public bool Singleton { get; init; }

    /// <summary>The one object is a map without fixed members; POST replaces it.</summary>
    public bool FreeMap { get; init; }

    /// <summary>A seed may make objects although the API cannot.</summary>
    public bool Seedable { get; init; }

    /// <summary>Can be read without credentials.</summary>
    public bool Open { get; init; }

    /// <summary>The objects belong to nobody and everybody reads them.</summary>
    public bool Library { get; init; }

    /// <summary>There is a <c>/detail/</c> address.</summary>
    public bool HasDetail { get; init; }

    public IReadOnlyList<string> ListMethods { get; init; } = ["GET", "PUT", "DELETE", "POST"];

    /// <summary>The methods of the address of an object; empty when objects have no address.</summary>
    public IReadOnlyList<string> ObjectMethods { get; init; } = ["GET", "PUT", "DELETE"];

    public IReadOnlyList<FilterDefinition> Filters { get; init; } = [];

    public IReadOnlyList<string> Ordering { get; init; } = [];

    public int DefaultLimit { get; init; } = 20;

    public bool OlderSchema { get; init; }

    /// <summary>A schema that is not made from the members.</summary>
    public JsonNode? FixedSchema { get; init; }

    public bool HasSchema { get; init; } = true;

    /// <summary>The schema names the method of the list as a text and not as a list of one text; the cloud does so for some.</summary>
    public bool SchemaListMethodIsText { get; init; }

    public IReadOnlyList<string> CreateParameters { get; init; } = [];

    public IReadOnlyList<string> DeleteParameters { get; init; } = [];

    public IReadOnlyList<ActionDefinition> Actions { get; init; } = [];

    /// <summary>Carries out a POST to the list that is more than a usual create.</summary>
    public Func<RequestContext, ApiResponse>? Post { get; init; }

    /// <summary>What happens to an object when its time has come.</summary>
    public IReadOnlyDictionary<string, Action<Document>> Events { get; init; } = new Dictionary<string, Action<Document>>();

    /// <summary>Checks and completes a new object; it is stored already, and leaves again when this throws.</summary>
    public Action<RequestContext, Document>? OnCreate { get; init; }

    /// <summary>Checks and completes the changes of a PUT before they are stored.</summary>
    public Action<RequestContext, Document, JsonObject>? OnUpdate { get; init; }

    /// <summary>Checks a deletion and cleans up; the object leaves afterwards.</summary>
    public Action<RequestContext, Document>? OnDelete { get; init; }

    /// <summary>Makes what every account has from the start.</summary>
    public Action<AccountPartition>? OnNewAccount { get; init; }

    /// <summary>The members that a PUT may change at the moment; null means all.</summary>
    public Func<Document, IReadOnlySet<string>?>? Changeable { get; init; }

    /// <summary>The member whose reference is also the id of the object; null when objects have ids of their own.</summary>
    public string? IdMember { get; init; }

    /// <summary>The answer of a PUT of one object is wrapped in <c>objects</c>.</summary>
    public bool WrapsUpdates { get; init; }

    /// <summary>The ids that share a host, for <c>/availability_groups/</c>; null when there is no such address.</summary>
    public Func<AccountPartition, IEnumerable<IReadOnlyList<string>>>? AvailabilityGroups { get; init; }

    /// <summary>What can be read at addresses of its own below an object, by the last part of the address.</summary>
    public IReadOnlyDictionary<string, Func<Document, JsonNode?>> Parts { get; init; } = new Dictionary<string, Func<Document, JsonNode?>>();

    /// <summary>Objects of another resource that answer here too.</summary>
    public Func<AccountPartition, string, Document?>? FindElsewhere { get; init; }

    /// <summary>What the list shows when that is not what is stored under the name of the resource.</summary>
    public Func<AccountPartition, IEnumerable<Document>>? Listed { get; init; }

    /// <summary>The objects that belong to one object, for the address <c>/{uuid}/{resource}/</c>; null when there is no such address.</summary>
    public Func<Document, IEnumerable<Document>>? Contents { get; init; }

    /// <summary>The one object of a <see cref="Singleton"/>.</summary>
    public Func<AccountPartition, Document>? Single { get; init; }

    public FieldDefinition? Field(string name) => _byName.GetValueOrDefault(name);
}
