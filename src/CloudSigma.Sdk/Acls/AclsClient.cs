// ACLs over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class AclsClient(ApiPipeline pipeline) : IAclsClient
{
    private static readonly Creation<Acl, NewAcl> Creation = new(
        SdkJson.Context.ObjectsBodyNewAcl,
        static (a, name) => WithTagsAsObjects(a) with { Meta = ClientToken.Into(a.Meta, a.ClientToken, name) },
        static a => a.ClientToken,
        static a => a.Meta,
        static (requests, _, cancellationToken) => requests.List(null, cancellationToken));

    private readonly ResourceRequests<Acl> _requests = new(pipeline, "acls", "acls/", SdkJson.Context.Acl, static a => a.Uuid);

    public Pageable<Acl> ListAsync(CancellationToken cancellationToken = default) => _requests.List(null, cancellationToken);

    public Task<Acl> GetAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.GetAsync(uuid, cancellationToken);

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) => _requests.GetSchemaAsync(cancellationToken);

    public async Task<Acl> CreateAsync(NewAcl acl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acl);
        return (await CreateManyAsync([acl], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Acl>> CreateManyAsync(IReadOnlyList<NewAcl> acls, CancellationToken cancellationToken = default)
    {
        Guard.Each(acls, Check);
        return await _requests.CreateManyAsync(Creation, acls, nameof(acls), cancellationToken).ConfigureAwait(false);
    }

    public Task<Acl> UpdateAsync(Acl acl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acl);
        Guard.SentBack(acl.Uuid, acl.Name, acl.Meta, nameof(acl));
        // Absent stays absent, and null stays null.
        if (acl._tags.HasValue) acl = acl with { Tags = AsObjects(acl.Tags) };
        return _requests.UpdateAsync(acl.Uuid, acl, cancellationToken);
    }

    public Task<Acl> UpdateAsync(Guid uuid, NewAcl definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        Check(definition, nameof(definition));
        return _requests.UpdateAsync(uuid, WithTagsAsObjects(definition), SdkJson.Context.NewAcl, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default) => _requests.DeleteAsync(uuid, cancellationToken);

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        _requests.DeleteIfExistsAsync(uuid, cancellationToken);

    /// <summary>Requests on ACLs name tags by objects with a uuid, not by plain text as others do.</summary>
    private static IReadOnlyList<ResourceReference> AsObjects(IReadOnlyList<ResourceReference> tags) => [.. tags.Select(static t => t.IsObject ? t : t with { IsObject = true })];

    private static NewAcl WithTagsAsObjects(NewAcl acl) => acl with { Tags = acl.Tags is { } tags ? AsObjects(tags) : null };

    private static void Check(NewAcl acl, string name)
    {
        ArgumentNullException.ThrowIfNull(acl, name);
        Guard.Label(acl.Name, name);
        Guard.Meta(acl.Meta, name);
        foreach (var grantee in acl.Grantees ?? [])
        {
            ArgumentNullException.ThrowIfNull(grantee, name);
            if (grantee.Email.Length == 0 || grantee.Uuid == Guid.Empty)
                throw new ArgumentException($"A grantee needs both e-mail address and uuid (guide 18); one has '{grantee.Email}' and {grantee.Uuid:D}. Use AclGrantee.User.", name);
            Guard.Text(grantee.Email, "e-mail address", name);
        }

        foreach (var permission in acl.Permissions ?? [])
        {
            if (permission.Value.Length == 0) throw new ArgumentException("A permission is empty. Use one of Permission.KnownValues.", name);
        }

        foreach (var tag in acl.Tags ?? [])
        {
            ArgumentNullException.ThrowIfNull(tag, name);
            Guard.NotEmpty(tag.Uuid, name);
        }
    }
}
