// ACLs over HTTP.
using CloudSigma.Sdk.Core.Http;
using CloudSigma.Sdk.Core.Paging;

namespace CloudSigma.Sdk;

internal sealed class AclsClient(ApiPipeline pipeline) : IAclsClient
{
    public Pageable<Acl> ListAsync(CancellationToken cancellationToken = default) =>
        pipeline.List(new ListRequest<Acl, Guid>("acls-list", "acls/", SdkJson.Context.Acl, static a => a.Uuid), cancellationToken);

    public Task<Acl> GetAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Get("acls-get", $"acls/{uuid:D}/"), SdkJson.Context.Acl, cancellationToken);
    }

    public Task<ResourceSchema> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        pipeline.GetSchemaAsync("acls-schema", "acls/schema/", cancellationToken);

    public async Task<Acl> CreateAsync(NewAcl acl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acl);
        return (await CreateManyAsync([acl], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<Acl>> CreateManyAsync(IReadOnlyList<NewAcl> acls, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acls);
        if (acls.Count == 0) return [];
        foreach (var acl in acls) Check(acl, nameof(acls));
        IReadOnlyList<NewAcl> bodies =
            [.. acls.Select(static a => a with { Tags = a.Tags is { } tags ? AsObjects(tags) : null, Meta = ClientToken.Into(a.Meta, a.ClientToken, nameof(acls)) })];
        var request = ApiRequest.Post("acls-create", "acls/", new ObjectsBody<NewAcl>(bodies), SdkJson.Context.ObjectsBodyNewAcl);
        return await ClientToken.CreateAsync(
            () => pipeline.SendCreateAsync(request, acls.Count, SdkJson.Context.Acl, static a => a.Uuid, cancellationToken),
            [.. acls.Select(static a => a.ClientToken)],
            () => ListAsync(cancellationToken),
            static a => a.Meta).ConfigureAwait(false);
    }

    public Task<Acl> UpdateAsync(Acl acl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acl);
        Guard.HasUuid(acl.Uuid, nameof(acl));
        Guard.Label(acl.Name, nameof(acl));
        Guard.Meta(acl.Meta, nameof(acl), allowsNull: true);
        // Absent stays absent, and null stays null.
        if (acl._tags.HasValue) acl = acl with { Tags = AsObjects(acl.Tags) };
        return pipeline.SendAsync(ApiRequest.Put("acls-update", $"acls/{acl.Uuid:D}/", acl, SdkJson.Context.Acl), SdkJson.Context.Acl, cancellationToken);
    }

    public Task<Acl> UpdateAsync(Guid uuid, NewAcl definition, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        ArgumentNullException.ThrowIfNull(definition);
        Check(definition, nameof(definition));
        var body = definition with { Tags = definition.Tags is { } tags ? AsObjects(tags) : null };
        return pipeline.SendAsync(ApiRequest.Put("acls-update", $"acls/{uuid:D}/", body, SdkJson.Context.NewAcl), SdkJson.Context.Acl, cancellationToken);
    }

    public Task DeleteAsync(Guid uuid, CancellationToken cancellationToken = default)
    {
        Guard.NotEmpty(uuid);
        return pipeline.SendAsync(ApiRequest.Delete("acls-delete", $"acls/{uuid:D}/"), cancellationToken);
    }

    public Task<bool> DeleteIfExistsAsync(Guid uuid, CancellationToken cancellationToken = default) =>
        Deletion.IfExistsAsync(() => DeleteAsync(uuid, cancellationToken));

    /// <summary>Requests on ACLs name tags by objects with a uuid, not by plain text as others do.</summary>
    private static IReadOnlyList<ResourceReference> AsObjects(IReadOnlyList<ResourceReference> tags) => [.. tags.Select(static t => t.IsObject ? t : t with { IsObject = true })];

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
