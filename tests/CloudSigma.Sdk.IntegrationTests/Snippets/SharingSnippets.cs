// The code of docs/sharing.md. Each region is a snippet there, word for word; SnippetTests compares, SharingSnippetTests runs them.
namespace CloudSigma.Sdk.IntegrationTests.Snippets;

internal static class SharingSnippets
{
    public static async Task<Tag> TagAsync(ICloudSigmaClient client, Guid server, Guid drive, CancellationToken cancellationToken)
    {
        #region tag
        Tag production = await client.Tags.CreateAsync(new NewTag { Name = "production", Resources = [server, drive] }, cancellationToken);

        // Or from the other side: the tags of an object are part of it.
        Drive data = await client.Drives.GetAsync(drive, cancellationToken);
        data = await client.Drives.UpdateAsync(data with { Tags = [.. data.Tags, production.Uuid] }, cancellationToken);
        #endregion
        return production;
    }

    public static async Task ListAsync(ICloudSigmaClient client, Tag production, CancellationToken cancellationToken)
    {
        #region list-by-tag
        await foreach (Server server in client.Servers.ListAsync(new ServerFilter().Tag("production"), cancellationToken))
            Console.WriteLine(server.Name);

        await foreach (DriveSummary drive in client.Tags.ListDrivesAsync(production.Uuid, cancellationToken))
            Console.WriteLine($"{drive.Uuid}: {drive.Status}");
        #endregion
    }

    public static async Task<Acl> ShareAsync(ICloudSigmaClient client, Tag production, string email, Guid user, CancellationToken cancellationToken)
    {
        #region share
        Acl acl = await client.Acls.CreateAsync(
            new NewAcl
            {
                Name = "operators",
                Grantees = [AclGrantee.User(email, user)],
                Permissions = [Permission.List, Permission.Start, Permission.Stop],
                Tags = [production.Uuid],
            },
            cancellationToken);
        #endregion
        return acl;
    }

    public static async Task<Keypair> KeyAsync(ICloudSigmaClient client, Server server, CancellationToken cancellationToken)
    {
        #region key
        Keypair key = await client.Keypairs.CreateAsync(NewKeypair.Generate("deploy", KeypairAlgorithm.Rsa), cancellationToken);
        await client.Servers.UpdateAsync(server with { PublicKeys = [key.Uuid] }, cancellationToken: cancellationToken);
        #endregion
        return key;
    }

    public static async Task<IReadOnlyDictionary<string, string>> GlobalContextAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region global-context
        IReadOnlyDictionary<string, string> all = await client.GlobalContext.SetAsync(
            new Dictionary<string, string> { ["region"] = "zurich" }, cancellationToken); // replaces what was there
        #endregion
        return all;
    }
}
