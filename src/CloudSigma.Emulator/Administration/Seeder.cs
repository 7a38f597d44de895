// Fills accounts with many objects at once. They obey the rules of the API and are ready at once.
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Hosting;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Administration;

internal sealed class Seeder(CloudInstance cloud)
{
    private const int Most = 1_000_000;
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<Document> _created = [];

    /// <summary>
    /// Carries out a plan: names of resources with a number or a list of documents, for the first account, for the one that <c>account</c>
    /// names, and below <c>accounts</c> for each of several. Either all of it happens or nothing.
    /// </summary>
    /// <returns>How many objects of each resource there are now that were not there before.</returns>
    public IReadOnlyDictionary<string, int> Run(JsonObject plan)
    {
        var state = cloud.State;
        lock (state.Gate)
        {
            state.Scheduler.Settle();
            return state.Transaction(() =>
            {
                var account = plan["account"] is { } name ? Partition(Text(name)) : state.Partitions.First();
                Fill(account, plan.Where(static entry => entry.Key is not ("account" or "accounts")));
                if (plan["accounts"] is { } several)
                {
                    foreach (var (email, part) in several as JsonObject ?? throw Bad("accounts"))
                        Fill(Partition(email), part as JsonObject ?? throw Bad("accounts"));
                }

                return _counts;
            });
        }
    }

    private void Fill(AccountPartition account, IEnumerable<KeyValuePair<string, JsonNode?>> plan)
    {
        var request = new RequestContext(cloud.State, cloud.Catalog, "POST", new QueryText(""), ReadOnlyMemory<byte>.Empty, cloud.Strict) { Caller = account };
        foreach (var (name, wanted) in plan)
        {
            if (cloud.Catalog.Find(name) is not { Singleton: false, Post: null } resource || !(resource.Seedable || resource.ListMethods.Contains("POST")))
                throw ApiException.Validation($"\"{name}\" is not a resource in which objects can be made", name);
            foreach (var body in Bodies(name, wanted))
            {
                _created.Add(ResourceEndpoint.CreateOne(request, resource, body, Id(body)));
                _counts[name] = _counts.GetValueOrDefault(name) + 1;
            }

            // What comes next in the plan may need these ready: servers their drives, for example.
            cloud.State.Scheduler.Hasten(_created);
            _created.Clear();
        }
    }

    // A document may choose its uuid, so that tests know it.
    private static string? Id(JsonObject body)
    {
        if (body["uuid"] is not { } wanted) return null;
        if (wanted.GetValueKind() is not JsonValueKind.String || !Guid.TryParseExact(wanted.GetValue<string>(), "D", out var uuid))
            throw ApiException.Validation("Not a uuid", "uuid");
        return uuid.ToString();
    }

    private IEnumerable<JsonObject> Bodies(string resource, JsonNode? wanted)
    {
        if (wanted is JsonArray documents)
        {
            foreach (var document in documents) yield return document as JsonObject ?? throw Bad(resource);
            yield break;
        }

        if (wanted is not JsonValue || wanted.GetValueKind() is not JsonValueKind.Number || !wanted.AsValue().TryGetValue(out long count) || count is < 0 or > Most)
            throw Bad(resource);
        for (var number = 1; number <= count; number++)
        {
            yield return SeedTemplates.Make(cloud.State.Location, resource, number)
                ?? throw ApiException.Validation($"A number is enough for {string.Join(", ", SeedTemplates.Names)} only; {resource} needs a list of documents", resource);
        }
    }

    private AccountPartition Partition(string email) =>
        cloud.State.Partition(email) ?? throw ApiException.Validation($"There is no account {email}", "account");

    private static string Text(JsonNode node) => node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : throw Bad("account");

    private static ApiException Bad(string member) =>
        ApiException.Validation("A seed names resources with a number up to 1000000 or a list of documents, and accounts by their e-mail", member);
}
