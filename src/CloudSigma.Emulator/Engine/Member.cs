// Short forms for the members that most resources have.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Engine;

internal static class Member
{
    public const string ListHelp = "A list of data. Ex: ['abc', 26.73, 8]";
    public const string TextHelp = "Unicode string data. Ex: \"Hello World\"";
    public const string ManyHelp = "Many related resources. Can be either a list of URIs or list of individually nested resource data.";
    public const string OneHelp = "A single related resource. Can be either a URI or set of nested resource data.";

    /// <summary>The members that are the same on every object a user can own.</summary>
    public static IEnumerable<FieldDefinition> Owned(string thing, bool ownerRequired)
    {
        yield return Grantees();
        yield return new FieldDefinition("owner", FieldType.Related, ownerRequired ? $"UUID of the {thing} owner" : $"Owner of the {thing}")
        {
            ReadOnly = true,
            SchemaRequired = ownerRequired,
            Show = static view => User(view.Document.Partition.Account),
        };
        yield return Permissions();
        yield return Tags();
        yield return new FieldDefinition("meta", FieldType.Dict, "User defined meta information") { Default = new JsonObject() };
        yield return Uri();
        yield return Id($"UUID of {(ownerRequired ? thing : "the " + thing)}");
    }

    /// <summary>With whom the owner shares the object; others see nothing of that.</summary>
    public static FieldDefinition Grantees() => new("grantees", FieldType.List, ListHelp)
    {
        ReadOnly = true,
        SchemaReadOnly = false,
        HasDefault = false,
        Show = static view => Access.Owns(view.Caller, view.Document) ? Access.Grantees(view.Document) : [],
    };

    /// <summary>What the caller may do with an object of somebody else.</summary>
    public static FieldDefinition Permissions() => new("permissions", FieldType.List, ListHelp)
    {
        ReadOnly = true,
        SchemaReadOnly = false,
        HasDefault = false,
        Show = static view => Access.Texts(Access.Given(view.Caller, view.Document)),
    };

    /// <summary>The tags that the object carries. They belong to its owner, and only the owner sees and changes them.</summary>
    public static FieldDefinition Tags() => new(TagIndex.Member, FieldType.Related, ManyHelp)
    {
        Many = true,
        Target = TagIndex.Member,
        HasDefault = false,
        CarriesTags = true,
        Own = true,
        Show = static view => Access.Owns(view.Caller, view.Document) && view.Document.Data[TagIndex.Member] is { } tags ? tags : new JsonArray(),
    };

    /// <summary>The reference to a user; null for nobody.</summary>
    public static JsonObject? User(EmulatorAccount? account) => account is null
        ? null
        : new JsonObject { ["resource_uri"] = $"/api/2.0/user/{account.Uuid}/", ["uuid"] = account.Uuid.ToString() };

    public static FieldDefinition Uri() => new("resource_uri", FieldType.String, TextHelp)
    {
        ReadOnly = true,
        SchemaRequired = true,
        HasDefault = false,
        Show = static view => $"/api/2.0/{view.Resource.Name}/{view.Document.Id}/",
    };

    public static FieldDefinition Id(string help) => new("uuid", FieldType.String, help)
    {
        ReadOnly = true,
        SchemaRequired = true,
        Show = static view => view.Document.Id,
    };

    /// <summary>References to the jobs of the object that are still kept.</summary>
    public static FieldDefinition Jobs() => new("jobs", FieldType.Related, "Background jobs related to this resource")
    {
        ReadOnly = true,
        SchemaRequired = true,
        HasDefault = false,
        Many = true,
        Initial = new JsonArray(),
        Show = static view => KeptJobs(view),
    };

    /// <summary>The licences that came with a library image.</summary>
    public static FieldDefinition Licenses() => new("licenses", FieldType.Related, "A list of licenses attached to this drive")
    {
        ReadOnly = true,
        SchemaReadOnly = false,
        Many = true,
        Default = new JsonArray(),
        Fields =
        [
            new FieldDefinition("amount", FieldType.Integer, "Number of licenses") { Default = 1 },
            new FieldDefinition("license", FieldType.Related, OneHelp) { Required = true, HasDefault = false },
            new FieldDefinition("user", FieldType.Related, "Owner of the license"),
        ],
    };

    private static JsonArray KeptJobs(DocumentView view)
    {
        var kept = new JsonArray();
        if (view.Document.Data["jobs"] is not JsonArray jobs) return kept;
        foreach (var job in jobs)
        {
            if (view.Document.Partition.Find("jobs", job!["uuid"]!.GetValue<string>()) is not null) kept.Add(job.DeepClone());
        }

        return kept;
    }
}
