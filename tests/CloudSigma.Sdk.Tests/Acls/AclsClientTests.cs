using System.Net;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Acls;

public class AclsClientTests
{
    private static readonly Guid User = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid TagUuid = new("aaaaaaaa-0000-4000-8000-000000000002");

    private static readonly NewAcl Good = new()
    {
        Name = "operators",
        Grantees = [AclGrantee.User("user@example.com", User)],
        Permissions = [Permission.List, Permission.Start, new Permission("DELETE")],
        Tags = [TagUuid],
    };

    private static readonly string Acl =
        $$$"""
        {"uuid":"{{{TestClient.Uuid}}}","name":"operators","meta":{},"grantees":[{"email":"user@example.com","uuid":"{{{User}}}",
         "resource_uri":{"resource_uri":"/api/2.0/user/{{{User}}}/","uuid":"{{{User}}}"}}],
         "rules":[{"permission":"LIST"},{"permission":"DELETE"}],"tags":[{"uuid":"{{{TagUuid}}}","resource_uri":"/api/2.0/tags/{{{TagUuid}}}/"}]}
        """;

    private static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset by peer");

    [Fact]
    public async Task A_create_writes_rules_and_tags_as_objects()
    {
        var handler = new FakeHandler($$"""{"objects":[{{Acl}}]}""");

        var acl = await TestClient.Create(handler).Acls.CreateAsync(Good);

        Assert.Equal(
            $$$"""{"objects":[{"name":"operators","grantees":[{"email":"user@example.com","uuid":"{{{User}}}"}],"rules":[{"permission":"LIST"},{"permission":"START"},{"permission":"DELETE"}],"tags":[{"uuid":"{{{TagUuid}}}"}]}]}""",
            Assert.Single(handler.Requests).Body);
        Assert.Equal(("user@example.com", User, $"/api/2.0/user/{User}/"), (acl.Grantees[0].Email, acl.Grantees[0].Uuid, acl.Grantees[0].ResourceUri.Path));
        Assert.Equal([Permission.List, new Permission("DELETE")], acl.Rules.Select(static r => r.Permission));
        Assert.Equal(TagUuid, Assert.Single(acl.Tags).Uuid);
    }

    [Fact]
    public async Task An_acl_that_was_read_takes_new_rules_users_and_tags()
    {
        var handler = new FakeHandler(Acl);
        var acls = TestClient.Create(handler).Acls;
        var other = Guid.NewGuid();

        var read = await acls.GetAsync(TestClient.Uuid);
        await acls.UpdateAsync(read with { Rules = [.. read.Rules, Permission.Start], Grantees = [.. read.Grantees, AclGrantee.User("b@example.com", other)], Tags = [.. read.Tags, other] });

        var body = handler.Requests[1].Body!;
        Assert.Contains("""
            "rules":[{"permission":"LIST"},{"permission":"DELETE"},{"permission":"START"}]
            """, body, StringComparison.Ordinal);
        Assert.EndsWith($$"""
            {"email":"b@example.com","uuid":"{{other}}"}]
            """, body[..body.IndexOf(",\"rules\"", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains($$"""
            "tags":[{"resource_uri":"/api/2.0/tags/{{TagUuid}}/","uuid":"{{TagUuid}}"},{"uuid":"{{other}}"}]
            """, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_replaces_what_it_has_and_leaves_out_the_rest()
    {
        var handler = new FakeHandler(Acl);
        var acls = TestClient.Create(handler).Acls;

        await acls.UpdateAsync(TestClient.Uuid, new NewAcl { Tags = [TagUuid] });
        await acls.UpdateAsync(TestClient.Uuid, new NewAcl { Permissions = [], Grantees = [] });

        Assert.Equal([$$"""{"tags":[{"uuid":"{{TagUuid}}"}]}""", """{"grantees":[],"rules":[]}"""], handler.Requests.Select(static r => r.Body));
        Assert.All(handler.Requests, static r => Assert.Equal(("PUT", $"/api/2.0/acls/{TestClient.Uuid}/"), (r.Method, r.PathAndQuery)));
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_found_by_its_token()
    {
        var handler = new FakeHandler(r => r.Method == "POST" ? Lost() : FakeHandler.Json(
            $$"""{"meta":{"limit":100,"offset":0,"total_count":1},"objects":[{"meta":{"client_token":"t"},"uuid":"{{TestClient.Uuid}}"}]}"""));

        Assert.Equal(TestClient.Uuid, (await TestClient.Create(handler).Acls.CreateAsync(Good with { ClientToken = "t" })).Uuid);

        Assert.Equal(["POST", "GET"], handler.Requests.Select(static r => r.Method));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task Deleting_if_it_exists_says_whether_there_was_one(HttpStatusCode status, bool existed)
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("", status));

        Assert.Equal(existed, await TestClient.Create(handler).Acls.DeleteIfExistsAsync(TestClient.Uuid));

        Assert.Equal(("DELETE", $"/api/2.0/acls/{TestClient.Uuid}/"), (handler.Requests[0].Method, handler.Requests[0].PathAndQuery));
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var acls = TestClient.Create(handler).Acls;

        await Assert.ThrowsAsync<ArgumentException>(() => acls.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => acls.DeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => acls.DeleteIfExistsAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentNullException>(() => acls.CreateAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => acls.CreateManyAsync([Good, null!]));
        await Assert.ThrowsAsync<ArgumentException>(() => acls.UpdateAsync(new Acl { Name = "no uuid" }));
        await Assert.ThrowsAsync<ArgumentException>(() => acls.UpdateAsync(Guid.Empty, Good));
        foreach (var bad in new[]
        {
            Good with { Grantees = [AclGrantee.User("", User)] },
            Good with { Grantees = [AclGrantee.User("user@example.com", Guid.Empty)] },
            Good with { Grantees = [AclGrantee.User("user@example.com\0", User)] },
            Good with { Grantees = [null!] },
            Good with { Permissions = [default] },
            Good with { Tags = [Guid.Empty] },
            Good with { Tags = [null!] },
        })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => acls.CreateAsync(bad));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => acls.UpdateAsync(TestClient.Uuid, bad));
        }

        Assert.Throws<ArgumentNullException>(static () => AclGrantee.User(null!, User));
        Assert.Empty(await acls.CreateManyAsync([]));
        Assert.Empty(handler.Requests);
    }
}
