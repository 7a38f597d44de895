// /driveusers/: records of remote desktop users, one for a drive.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Drives;

public sealed class DriveUserTests : EmulatorTest
{
    [Theory]
    [InlineData("text")]
    [InlineData("object")]
    [InlineData("address")]
    public async Task A_record_is_made_read_changed_and_deleted_by_the_uuid_of_its_drive(string form)
    {
        var drive = await DriveAsync();
        JsonNode reference = form switch
        {
            "object" => new JsonObject { ["uuid"] = drive },
            "address" => $"/api/2.0/drives/{drive}/",
            _ => drive,
        };
        var expected = $$$"""{"amount":5,"drive":{"resource_uri":"/api/2.0/drives/{{{drive}}}/","uuid":"{{{drive}}}"}}""";
        var created = (await PostAsync("driveusers/", new JsonObject { ["drive"] = reference, ["amount"] = 5 })).Is(201);
        Assert.Equal($$"""{"objects":[{{expected}}]}""", created.Text);
        Assert.Equal($"/api/2.0/driveusers/{drive}/", created.Message.Headers.Location!.ToString());
        Assert.Equal(expected, (await GetAsync($"driveusers/{drive}/")).Is(200).Text);
        Assert.Equal($$$"""{"meta":{"limit":20,"offset":0,"total_count":1},"objects":[{{{expected}}}]}""", (await GetAsync("driveusers/")).Is(200).Text);

        var changed = (await PutAsync($"driveusers/{drive}/", new JsonObject { ["amount"] = "7" })).Is(200);
        Assert.Equal(7, (int)Assert.Single(changed.Objects)!["amount"]!);
        (await DeleteAsync($"driveusers/{drive}/")).Is(204);
        (await GetAsync($"driveusers/{drive}/")).Refused(404, "notexist");
        (await PostAsync("driveusers/", New(drive))).Is(201);
    }

    [Fact]
    public async Task What_get_returns_can_be_put_back()
    {
        var drive = await RecordedAsync();
        (await PutAsync($"driveusers/{drive}/", (await GetAsync($"driveusers/{drive}/")).Json)).Is(200);
        (await PutAsync($"driveusers/{drive}/", New(drive))).Is(200);
        Assert.Empty(Cloud.Requests[^1].Warnings);
        (await PutAsync($"driveusers/{drive}/", New(await DriveAsync()))).Is(200);
        Assert.Single(Cloud.Requests[^1].Warnings);
        Assert.Equal(drive, (string?)(await GetAsync($"driveusers/{drive}/")).Json["drive"]!["uuid"]);
    }

    [Fact]
    public async Task A_second_record_for_a_drive_is_refused_and_a_bulk_create_is_all_or_nothing()
    {
        var drive = await RecordedAsync();
        (await PostAsync("driveusers/", New(drive))).Refused(400, "validation", "drive");
        var other = await DriveAsync();
        (await PostAsync("driveusers/", new JsonArray(New(other), New(other)))).Refused(400, "validation", "drive");
        Assert.Single((await GetAsync("driveusers/")).Objects);
        (await PostAsync("driveusers/", new JsonArray(New(other)))).Is(201);
    }

    [Theory]
    [InlineData("""{"amount":5}""", "drive")]
    [InlineData("""{"amount":5,"drive":null}""", "drive")]
    [InlineData("""{"amount":5,"drive":7}""", "drive")]
    [InlineData("""{"amount":5,"drive":"x"}""", "drive")]
    [InlineData("""{"amount":5,"drive":{}}""", "drive")]
    [InlineData("""{"amount":5,"drive":"00000000-0000-4000-8000-000000000000"}""", "drive")]
    [InlineData("""{"drive":"OWN"}""", "amount")]
    [InlineData("""{"drive":"OWN","amount":null}""", "amount")]
    [InlineData("""{"drive":"OWN","amount":0}""", "amount")]
    [InlineData("""{"drive":"OWN","amount":-1}""", "amount")]
    [InlineData("""{"drive":"OWN","amount":1.5}""", "amount")]
    [InlineData("""{"drive":"OWN","amount":"many"}""", "amount")]
    public async Task A_record_needs_an_own_drive_and_an_amount_above_zero(string body, string point)
    {
        var own = await DriveAsync();
        (await SendAsync(Client, "POST", "driveusers/", body.Replace("OWN", own, StringComparison.Ordinal))).Refused(400, "validation", point);
        Assert.Empty((await GetAsync("driveusers/")).Objects);
    }

    [Fact]
    public async Task An_image_of_the_library_is_not_an_own_drive()
    {
        var image = (string)(await GetAsync("libdrives/?os=windows&limit=1")).First["uuid"]!;
        (await PostAsync("driveusers/", New(image))).Refused(400, "validation", "drive");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"amount":0}""")]
    public async Task A_put_needs_an_amount_above_zero(string body)
    {
        var drive = await RecordedAsync();
        (await SendAsync(Client, "PUT", $"driveusers/{drive}/", body)).Refused(400, "validation", "amount");
        Assert.Equal(5, (int)(await GetAsync($"driveusers/{drive}/")).Json["amount"]!);
    }

    [Fact]
    public async Task While_the_drive_is_mounted_the_amount_may_change_and_the_record_stays()
    {
        var drive = await RecordedAsync();
        var server = await ServerAsync(With(NewServer(), ("drives", new JsonArray(Attachment(drive)))));
        (await DeleteAsync($"driveusers/{drive}/")).Refused(403, "permission");
        (await PutAsync($"driveusers/{drive}/", new JsonObject { ["amount"] = 2 })).Is(200);
        (await PutAsync($"servers/{server}/", With(NewServer(), ("drives", new JsonArray())))).Is(200);
        (await DeleteAsync($"driveusers/{drive}/")).Is(204);
    }

    [Fact]
    public async Task A_record_goes_with_its_drive()
    {
        var drive = await RecordedAsync();
        (await DeleteAsync($"drives/{drive}/")).Is(204);
        Assert.Empty((await GetAsync("driveusers/")).Objects);
    }

    [Theory]
    [InlineData("PUT", "driveusers/")]
    [InlineData("DELETE", "driveusers/")]
    public async Task The_list_is_read_and_added_to_only(string method, string path) =>
        (await SendAsync(Client, method, path, "{}")).Refused(405, "permission");

    [ExamplesTheory]
    [InlineData("response_rds_drive_create", 201)]
    [InlineData("response_rds_drive_detail", 200)]
    [InlineData("response_rds_drive_list", 200)]
    public async Task Members_and_kinds_are_those_of_the_documented_answer(string example, int status)
    {
        var drive = await DriveAsync();
        var created = await PostAsync("driveusers/", New(drive));
        var answer = example switch
        {
            "response_rds_drive_create" => created,
            "response_rds_drive_detail" => await GetAsync($"driveusers/{drive}/"),
            _ => await GetAsync("driveusers/?limit=0"),
        };
        var text = await File.ReadAllTextAsync(Path.Combine(ExamplesTheoryAttribute.Folder, example));
        Assert.StartsWith($"HTTP/1.1 {status} ", text, StringComparison.Ordinal);
        Assert.Equal(status, answer.Status);
        Assert.Empty(new Shape(new HashSet<string>()).Compare(JsonNode.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..]), answer.Json));
    }

    private static JsonObject New(string drive) => new() { ["drive"] = drive, ["amount"] = 5 };

    private async Task<string> RecordedAsync()
    {
        var drive = await DriveAsync();
        (await PostAsync("driveusers/", New(drive))).Is(201);
        return drive;
    }
}
