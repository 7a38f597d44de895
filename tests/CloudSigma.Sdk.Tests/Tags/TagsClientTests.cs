using System.Net;
using CloudSigma.Sdk.TestKit;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Tags;

public class TagsClientTests
{
    private const string Address = "203.0.113.7";

    private static readonly Guid Server = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Drive = new("aaaaaaaa-0000-4000-8000-000000000002");

    private static readonly string Tag =
        $$"""
        {"uuid":"{{TestClient.Uuid}}","name":"shared","meta":{},"owner":{"uuid":"{{Drive}}","resource_uri":"/api/2.0/user/{{Drive}}/"},
         "resources":[{"uuid":"{{Server}}","res_type":"servers","resource_uri":"/api/2.0/servers/{{Server}}/","owner":{"uuid":"{{Drive}}" } },
                      {"uuid":"{{Address}}","res_type":"ips","resource_uri":"/api/2.0/ips/{{Address}}/"}]}
        """;

    private static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset by peer");

    [Fact]
    public async Task Tagged_objects_are_read_with_what_the_answer_says_of_them()
    {
        var tag = await TestClient.Create(new FakeHandler(Tag)).Tags.GetAsync(TestClient.Uuid);

        Assert.Equal([(Server.ToString(), ResourceType.Servers), (Address, ResourceType.IPs)], tag.Resources.Select(static r => (r.Uuid, r.Type)));
        Assert.Equal((Drive, $"/api/2.0/servers/{Server}/"), (tag.Resources[0].Owner!.Uuid, tag.Resources[0].ResourceUri.Path));
        Assert.Null(tag.Resources[1].Owner);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("\"a\"")]
    public Task Tagged_objects_that_are_none_are_an_error(string resources) => Assert.ThrowsAsync<InvalidResponseException>(
        () => TestClient.Create(new FakeHandler($$"""{"uuid":"{{TestClient.Uuid}}","resources":{{resources}}}""")).Tags.GetAsync(TestClient.Uuid));

    [Fact]
    public async Task A_create_names_objects_by_uuids_and_addresses()
    {
        var handler = new FakeHandler($$"""{"objects":[{{Tag}}]}""");

        await TestClient.Create(handler).Tags.CreateAsync(new NewTag { Name = "shared", Resources = [Server, IPAddress.Parse("2001:DB8::1"), new TaggedResource { Uuid = Address }] });

        Assert.Equal($$"""{"objects":[{"name":"shared","resources":["{{Server}}","2001:db8::1","{{Address}}"]}]}""", Assert.Single(handler.Requests).Body);
    }

    [Fact]
    public async Task Objects_that_were_read_are_sent_by_their_uuids_alone()
    {
        var handler = new FakeHandler(r => FakeHandler.Json(r.Method == "POST" ? $$"""{"objects":[{{Tag}}]}""" : Tag));
        var tags = TestClient.Create(handler).Tags;

        var read = await tags.GetAsync(TestClient.Uuid);
        await tags.CreateAsync(new NewTag { Name = "copy", Resources = read.Resources });
        await tags.UpdateAsync(TestClient.Uuid, new NewTag { Name = "copy", Resources = [.. read.Resources, Drive] });
        await tags.UpdateAsync(TestClient.Uuid, new NewTag { Name = "renamed" });

        Assert.Equal(
            [
                $$"""{"objects":[{"name":"copy","resources":["{{Server}}","{{Address}}"]}]}""",
                $$"""{"name":"copy","resources":["{{Server}}","{{Address}}","{{Drive}}"]}""",
                """{"name":"renamed"}""",
            ],
            handler.Requests.Skip(1).Select(static r => r.Body));
    }

    [Fact]
    public async Task Tagging_reads_the_tag_and_writes_it_with_the_new_objects()
    {
        var handler = new FakeHandler(Tag);

        var tag = await TestClient.Create(handler).Tags.TagAsync(TestClient.Uuid, [Drive, Drive, Server, IPAddress.Parse("203.0.113.8")]);

        Assert.Equal("shared", tag.Name);
        Assert.Equal(["GET", "PUT"], handler.Requests.Select(static r => r.Method));
        Assert.All(handler.Requests, static r => Assert.Equal($"/api/2.0/tags/{TestClient.Uuid}/", r.PathAndQuery));
        Assert.Contains($"""
            "resources":["{Server}","{Address}","{Drive}","203.0.113.8"]
            """, handler.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"shared\"", handler.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Untagging_reads_the_tag_and_writes_it_without_the_objects()
    {
        var handler = new FakeHandler(Tag);

        await TestClient.Create(handler).Tags.UntagAsync(TestClient.Uuid, [Drive, new TaggedResource { Uuid = Server.ToString().ToUpperInvariant() }]);

        Assert.Equal(["GET", "PUT"], handler.Requests.Select(static r => r.Method));
        Assert.Contains($"\"resources\":[\"{Address}\"]", handler.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_not_written()
    {
        var handler = new FakeHandler(Tag);
        var tags = TestClient.Create(handler).Tags;

        await tags.TagAsync(TestClient.Uuid, [Server, IPAddress.Parse(Address)]);
        await tags.TagAsync(TestClient.Uuid, []);
        await tags.UntagAsync(TestClient.Uuid, [Drive]);
        await tags.UntagAsync(TestClient.Uuid, []);

        Assert.Equal(["GET", "GET", "GET", "GET"], handler.Requests.Select(static r => r.Method));
    }

    [Fact]
    public async Task A_tag_that_has_no_list_of_objects_gets_one()
    {
        var handler = new FakeHandler($$"""{"uuid":"{{TestClient.Uuid}}","name":"t","resources":null}""");

        await TestClient.Create(handler).Tags.TagAsync(TestClient.Uuid, [Drive]);

        Assert.Contains($"\"resources\":[\"{Drive}\"]", handler.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tagging_with_a_tag_that_is_gone_writes_nothing()
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("[]", HttpStatusCode.NotFound));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => TestClient.Create(handler).Tags.TagAsync(TestClient.Uuid, [Drive]));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Lists_of_a_tag_keep_what_they_do_not_know()
    {
        var handler = new FakeHandler(
            $$$"""
            {"meta":{"limit":100,"offset":0,"total_count":1},"objects":[{"uuid":"{{{Address}}}","owner":null,"server":null,
             "resource_uri":{"resource_uri":"/api/2.0/ips/{{{Address}}}/","uuid":"{{{Address}}}"}}]}
            """);

        var address = Assert.Single(await TestClient.Create(handler).Tags.ListIPsAsync(TestClient.Uuid).ReadAllAsync());

        Assert.Equal((Address, $"/api/2.0/ips/{Address}/"), (address.Uuid, address.ResourceUri.Path));
        Assert.True(address.AdditionalMembers.ContainsKey("server"));
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_found_by_its_token()
    {
        var handler = new FakeHandler(r => r.Method == "POST" ? Lost() : FakeHandler.Json(
            $$"""{"meta":{"limit":100,"offset":0,"total_count":1},"objects":[{"meta":{"client_token":"t"},"uuid":"{{TestClient.Uuid}}"}]}"""));

        var found = await TestClient.Create(handler).Tags.CreateAsync(new NewTag { Name = "n", ClientToken = "t" });

        Assert.Equal(TestClient.Uuid, found.Uuid);
        Assert.Equal(["POST", "GET"], handler.Requests.Select(static r => r.Method));
    }

    [Fact]
    public async Task An_answer_with_fewer_tags_than_asked_for_is_an_error() => await Assert.ThrowsAsync<InvalidResponseException>(
        () => TestClient.Create(new FakeHandler($$"""{"objects":[{{Tag}}]}""")).Tags.CreateManyAsync([new NewTag { Name = "a" }, new NewTag { Name = "b" }]));

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task Deleting_if_it_exists_says_whether_there_was_one(HttpStatusCode status, bool existed)
    {
        var handler = new FakeHandler(_ => FakeHandler.Json("", status));

        Assert.Equal(existed, await TestClient.Create(handler).Tags.DeleteIfExistsAsync(TestClient.Uuid));

        Assert.Equal(("DELETE", $"/api/2.0/tags/{TestClient.Uuid}/"), (handler.Requests[0].Method, handler.Requests[0].PathAndQuery));
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var tags = TestClient.Create(handler).Tags;
        var good = new NewTag { Name = "n" };

        await Assert.ThrowsAsync<ArgumentException>(() => tags.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => tags.DeleteAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => tags.DeleteIfExistsAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentNullException>(() => tags.CreateAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => tags.CreateManyAsync([good, null!]));
        await Assert.ThrowsAsync<ArgumentException>(() => tags.UpdateAsync(Guid.Empty, good));
        await Assert.ThrowsAsync<ArgumentException>(() => tags.UpdateAsync(new Tag { Name = "no uuid" }));
        foreach (var bad in new[] { new TaggedResource(), Guid.Empty, new TaggedResource { Uuid = "a\0b" }, null! })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => tags.TagAsync(TestClient.Uuid, [Server, bad]));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => tags.UntagAsync(TestClient.Uuid, [bad]));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => tags.CreateAsync(good with { Resources = [bad] }));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => tags.UpdateAsync(TestClient.Uuid, good with { Resources = [bad] }));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => tags.UpdateAsync(new Tag { Uuid = TestClient.Uuid, Resources = [bad] }));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => tags.TagAsync(Guid.Empty, [Server]));
        await Assert.ThrowsAsync<ArgumentException>(() => tags.UntagAsync(Guid.Empty, [Server]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => tags.TagAsync(TestClient.Uuid, null!));
        await Assert.ThrowsAsync<ArgumentException>(() => tags.CreateAsync(good with { Name = "" }));
        Assert.Throws<ArgumentException>(() => tags.ListServersAsync(Guid.Empty));
        Assert.Throws<ArgumentException>(() => tags.ListDrivesAsync(Guid.Empty));
        Assert.Throws<ArgumentException>(() => tags.ListIPsAsync(Guid.Empty));
        Assert.Throws<ArgumentException>(() => tags.ListVlansAsync(Guid.Empty));
        Assert.Throws<ArgumentNullException>(static () => TaggedResource.FromIPAddress(null!));
        Assert.Empty(await tags.CreateManyAsync([]));

        Assert.Empty(handler.Requests);
    }
}
