// Names, meta and tags of drives.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Drives;

public sealed class DriveTextTests : EmulatorTest
{
    [Fact]
    public async Task A_name_ends_at_its_first_nul_wherever_it_is_written()
    {
        var answer = (await PostAsync("drives/", NewDrive("data\0rest\0more"))).Is(201);
        Assert.Equal("data", (string?)answer.First["name"]);
        Wait(2);
        Assert.Equal("other", (string?)(await PutAsync($"drives/{answer.Uuid}/", NewDrive("other\0"))).Is(200).Json["name"]);
        Assert.Equal("copy", (string?)(await ActAsync("drives", answer.Uuid, "clone", new JsonObject { ["name"] = "copy\0x" })).Is(202).First["name"]);
        Assert.Single((await GetAsync("drives/?name=other")).Objects);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\0rest")]
    public async Task A_name_that_is_empty_is_refused(string name)
    {
        (await PostAsync("drives/", NewDrive(name))).Refused(400, "validation", "name");
        var uuid = await DriveAsync();
        (await PutAsync($"drives/{uuid}/", NewDrive(name))).Refused(400, "validation", "name");
        (await ActAsync("drives", uuid, "clone", new JsonObject { ["name"] = name })).Refused(400, "validation", "name");
        Assert.Equal(["d1"], (await GetAsync("drives/?fields=name")).Names);
    }

    [Fact]
    public async Task Texts_in_meta_end_at_a_nul_too()
    {
        var answer = await PostAsync("drives/", With(NewDrive(), ("meta", new JsonObject { ["key\0x"] = "value\0x", ["empty"] = "\0" })));
        Assert.Equal("""{"key":"value","empty":""}""", answer.Is(201).First["meta"]!.ToJsonString());
    }

    [Fact]
    public async Task A_key_of_33_characters_is_refused_in_a_put_and_changes_nothing()
    {
        var uuid = await DriveAsync(With(NewDrive(), ("meta", new JsonObject { ["k"] = "v" })));
        var tooLong = new JsonObject { [new string('k', 33)] = "v" };
        (await PutAsync($"drives/{uuid}/", With(NewDrive("x"), ("meta", tooLong)))).Refused(400, "validation", "meta");
        var drive = (await GetAsync($"drives/{uuid}/")).Json;
        Assert.Equal(("d1", """{"k":"v"}"""), ((string?)drive["name"], drive["meta"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_meta_replaces_all_keys()
    {
        var uuid = await DriveAsync(With(NewDrive(), ("meta", new JsonObject { ["a"] = "1", ["b"] = "2" })));
        Assert.Equal("""{"b":"3"}""", (await PutAsync($"drives/{uuid}/", With(NewDrive(), ("meta", new JsonObject { ["b"] = "3" })))).Json["meta"]!.ToJsonString());
        Assert.Equal("{}", (await PutAsync($"drives/{uuid}/", With(NewDrive(), ("meta", new JsonObject())))).Json["meta"]!.ToJsonString());
    }

    [Fact]
    public async Task Tags_are_written_in_three_forms_shown_in_one_and_found_by_the_filter()
    {
        string[] tags = [await TagAsync("a"), await TagAsync("b"), await TagAsync("c")];
        var forms = new JsonArray(tags[0], new JsonObject { ["uuid"] = tags[1], ["name"] = "more" }, $"/api/2.0/tags/{tags[2]}/");
        var uuid = await DriveAsync(With(NewDrive(), ("tags", forms)));
        await DriveAsync(NewDrive("other"));
        var shown = (await GetAsync($"drives/{uuid}/")).Json["tags"]!.AsArray();
        Assert.Equal(tags.Select(static tag => $$"""{"resource_uri":"/api/2.0/tags/{{tag}}/","uuid":"{{tag}}"}"""), shown.Select(static tag => tag!.ToJsonString()));
        foreach (var tag in tags) Assert.Equal(uuid, (await GetAsync($"drives/?tag={tag}")).Objects.Single()!["uuid"]!.ToString());
        Assert.Empty((await GetAsync($"drives/?tag={Guid.NewGuid()}")).Objects);
        (await PutAsync($"drives/{uuid}/", With(NewDrive(), ("tags", new JsonArray("no uuid"))))).Refused(400, "validation", "tags");
    }

    [Theory]
    [InlineData("magnetic")]
    [InlineData("tape")]
    [InlineData("")]
    public async Task A_storage_type_that_is_not_offered_is_refused_on_create_and_clone(string type)
    {
        (await PostAsync("drives/", With(NewDrive(), ("storage_type", type)))).Refused(400, "validation", "storage_type");
        var uuid = await DriveAsync();
        (await ActAsync("drives", uuid, "clone", new JsonObject { ["storage_type"] = type })).Refused(400, "validation", "storage_type");
        Assert.Equal("unmounted", await StatusAsync("drives", uuid));
    }

    [Fact]
    public async Task Each_storage_type_that_capabilities_offer_keeps_its_limits()
    {
        foreach (var (type, limits) in (await GetAsync("capabilities/")).Json["drives"]!.AsObject())
        {
            var (least, most) = ((long)limits!["size"]!["min"]!, (long)limits["size"]!["max"]!);
            (await PostAsync("drives/", Of(least))).Is(201);
            (await PostAsync("drives/", Of(most))).Is(201);
            (await PostAsync("drives/", Of(least - 1))).Refused(400, "validation", "size");
            (await PostAsync("drives/", Of(most + 1))).Refused(400, "validation", "size");
            (await PostAsync("drives/", With(Of(least), ("iops", (long)limits["iops"]!["max"]!)))).Is(201);
            (await PostAsync("drives/", With(Of(least), ("iops", (long)limits["iops"]!["max"]! + 1)))).Refused(400, "validation", "iops");
            (await PostAsync("drives/", With(Of(least), ("iops", (long)limits["iops"]!["min"]! - 1)))).Refused(400, "validation", "iops");

            JsonObject Of(long size) => With(NewDrive(size: size), ("storage_type", type));
        }
    }
}
