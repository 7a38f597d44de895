// Tags over HTTP.
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Json;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class TagsClient(ApiPipeline pipeline) : ITagsClient
{
    private static readonly Creation<Tag, NewTag> Creation = new(
        SdkJson.Context.ObjectsBodyNewTag,
        static (t, name) => Plain(t) with { Meta = ClientToken.Into(t.Meta, t.ClientToken, name) },
        static t => t.ClientToken,
        static t => t.Meta,
        static (requests, _, cancellationToken) => requests.List(null, cancellationToken));

    private readonly ResourceRequests<Tag> _requests = new(pipeline, "tags", "tags/", SdkJson.Context.Tag, static t => t.Uuid);

    public Pageable<Tag> ListAsync(CancellationToken cancellationToken = default) => _requests.List(null, cancellationToken);

    public Task<Tag> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<Tag> CreateAsync(NewTag tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return (await CreateManyAsync([tag], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Tag>> CreateManyAsync(IReadOnlyList<NewTag> tags, CancellationToken cancellationToken = default)
    {
        Guard.Each(tags, Check);
        return await _requests.CreateManyAsync(Creation, tags, nameof(tags), cancellationToken).ConfigureAwait(false);
    }

    public Task<Tag> UpdateAsync(Tag tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        Guard.SentBack(tag.Uuid, tag.Name, tag.Meta, nameof(tag));
        foreach (var resource in tag.Resources) Check(resource, nameof(tag));
        return PutAsync(tag.Uuid, tag, cancellationToken);
    }

    public Task<Tag> UpdateAsync(Guid uuid, NewTag definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        Check(definition, nameof(definition));
        return _requests.UpdateAsync(uuid, Plain(definition), SdkJson.Context.NewTag, cancellationToken);
    }

    public Task<Tag> TagAsync(Guid tagUuid, IReadOnlyList<TaggedResource> resources, CancellationToken cancellationToken = default) =>
        ChangeAsync(tagUuid, resources, static (present, named) => [.. present, .. named.ExceptBy(present.Select(static r => r.Key), static r => r.Key)], cancellationToken);

    public Task<Tag> UntagAsync(Guid tagUuid, IReadOnlyList<TaggedResource> resources, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            tagUuid, resources,
            static (present, named) =>
            {
                var gone = named.Select(static r => r.Key).ToHashSet();
                return [.. present.Where(r => !gone.Contains(r.Key))];
            },
            cancellationToken);

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.DeleteAsync(uuid, cancellationToken);

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        _requests.DeleteIfExistsAsync(uuid, cancellationToken);

    public Pageable<ServerSummary> ListServersAsync(Guid tagUuid, CancellationToken cancellationToken = default) =>
        ListTagged("servers", tagUuid, SdkJson.Context.ServerSummary, static s => s.Uuid, cancellationToken);

    public Pageable<DriveSummary> ListDrivesAsync(Guid tagUuid, CancellationToken cancellationToken = default) =>
        ListTagged("drives", tagUuid, SdkJson.Context.DriveSummary, static d => d.Uuid, cancellationToken);

    public Pageable<TaggedResourceSummary> ListIPsAsync(Guid tagUuid, CancellationToken cancellationToken = default) =>
        ListTagged("ips", tagUuid, SdkJson.Context.TaggedResourceSummary, static r => r.Uuid, cancellationToken);

    public Pageable<TaggedResourceSummary> ListVlansAsync(Guid tagUuid, CancellationToken cancellationToken = default) =>
        ListTagged("vlans", tagUuid, SdkJson.Context.TaggedResourceSummary, static r => r.Uuid, cancellationToken);

    private Pageable<T> ListTagged<T, TKey>(string kind, Guid tagUuid, JsonTypeInfo<T> type, Func<T, TKey> key, CancellationToken cancellationToken) where TKey : notnull
    {
        Guard.NotEmpty(tagUuid);
        return pipeline.List(new ListRequest<T, TKey>($"tags-list-{kind}", $"tags/{tagUuid:D}/{kind}/", type, key), cancellationToken);
    }

    /// <summary>Reads a tag, changes its objects, and writes it back if that changes anything.</summary>
    private async Task<Tag> ChangeAsync(
        Guid tagUuid, IReadOnlyList<TaggedResource> resources, Func<IReadOnlyList<TaggedResource>, IReadOnlyList<TaggedResource>, IReadOnlyList<TaggedResource>> change,
        CancellationToken cancellationToken)
    {
        Guard.NotEmpty(tagUuid);
        ArgumentNullException.ThrowIfNull(resources);
        foreach (var resource in resources) Check(resource, nameof(resources));
        var tag = await GetAsync(tagUuid, cancellationToken).ConfigureAwait(false);
        var changed = change(tag.Resources, resources);
        return changed.Count == tag.Resources.Count ? tag : await PutAsync(tagUuid, tag with { Resources = changed }, cancellationToken).ConfigureAwait(false);
    }

    private Task<Tag> PutAsync(Guid uuid, Tag tag, CancellationToken cancellationToken)
    {
        // Absent stays absent, and null stays null.
        if (tag._resources.HasValue) tag = tag with { Resources = [.. tag.Resources.Select(static r => r.AsText())] };
        return _requests.UpdateAsync(uuid, tag, cancellationToken);
    }

    private static NewTag Plain(NewTag tag) => tag with { Resources = tag.Resources is { } resources ? [.. resources.Select(static r => r.AsText())] : null };

    private static void Check(NewTag tag, string name)
    {
        ArgumentNullException.ThrowIfNull(tag, name);
        if (string.IsNullOrEmpty(tag.Name)) throw new ArgumentException("A tag needs a Name.", name);
        Guard.Label(tag.Name, name);
        Guard.Meta(tag.Meta, name);
        foreach (var resource in tag.Resources ?? []) Check(resource, name);
    }

    private static void Check(TaggedResource resource, string name)
    {
        ArgumentNullException.ThrowIfNull(resource, name);
        // What came as an object goes back as it came, whatever it has.
        if (resource.IsObject) return;
        if (resource.Uuid.Length == 0) throw new ArgumentException("A resource of the tag has no uuid. Pass the uuid of an object, or an IP address.", name);
        if (Guid.TryParse(resource.Uuid, out var uuid)) Guard.NotEmpty(uuid, name);
        Guard.Text(resource.Uuid, "uuid", name);
    }
}
