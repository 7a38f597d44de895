// /_emulator/faults: adding, listing and clearing faults over HTTP, and what is refused.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests;

public sealed class FaultAddressTests : EmulatorTest
{
    [Fact]
    public async Task A_fault_is_added_listed_and_cleared()
    {
        (await PostAsync("/_emulator/faults", new JsonObject
        {
            ["kind"] = "status",
            ["method"] = "GET",
            ["path"] = "drives/*",
            ["times"] = 2,
            ["skip"] = 1,
            ["status"] = 429,
            ["body"] = new JsonArray(new JsonObject { ["error_type"] = "x" }),
            ["headers"] = new JsonObject { ["Retry-After"] = "3" },
        })).Is(200);
        (await GetAsync("drives/")).Is(200);
        var hit = (await GetAsync("drives/")).Is(429);
        Assert.Equal("""[{"error_type":"x"}]""", hit.Text);
        Assert.Equal("3", hit.Message.Headers.GetValues("Retry-After").Single());
        var fault = (await GetAsync("/_emulator/faults")).First;
        Assert.Equal(("status", 2, 1), ((string?)fault["kind"], (int)fault["seen"]!, (int)fault["hits"]!));
        (await DeleteAsync("/_emulator/faults")).Is(204);
        Assert.Empty((await GetAsync("/_emulator/faults")).Objects);
        (await GetAsync("drives/")).Is(200);
    }

    [Theory]
    [InlineData("delay")]
    [InlineData("drop-before")]
    [InlineData("drop-after")]
    [InlineData("truncate")]
    [InlineData("malformed")]
    [InlineData("slow-drip")]
    public async Task Every_kind_has_a_name_and_null_times_last_for_ever(string kind)
    {
        (await PostAsync("/_emulator/faults", new JsonObject { ["kind"] = kind, ["times"] = null, ["delay"] = "00:00:01.5" })).Is(200);
        var fault = (await GetAsync("/_emulator/faults")).First;
        Assert.Equal((kind, null, "00:00:01.5000000"), ((string?)fault["kind"], (int?)fault["times"], (string?)fault["delay"]));
    }

    [Theory]
    [InlineData("""{}""", null)]
    [InlineData("""{"kind":"fly"}""", "kind")]
    [InlineData("""{"kind":3}""", "kind")]
    [InlineData("""{"kind":"status","colour":1}""", "colour")]
    [InlineData("""{"kind":"status","times":0}""", "times")]
    [InlineData("""{"kind":"status","skip":-1}""", "skip")]
    [InlineData("""{"kind":"status","status":100}""", "status")]
    [InlineData("""{"kind":"status","probability":0}""", "probability")]
    [InlineData("""{"kind":"status","headers":{"A":"b\r\nc"}}""", "headers")]
    [InlineData("""{"kind":"status","headers":null}""", "headers")]
    [InlineData("""{"kind":"delay","delay":"-00:00:01"}""", "delay")]
    [InlineData("""{"kind":"delay","delay":5}""", "delay")]
    [InlineData("""{"kind":"delay","delay":"9999999.00:00:00"}""", "delay")]
    [InlineData("""{"kind":"truncate","bytes":-1}""", "bytes")]
    [InlineData("""{"kind":"slow-drip","piece":0}""", "piece")]
    public async Task What_is_not_a_fault_is_refused_by_name(string body, string? point)
    {
        (await SendAsync(Client, "POST", "/_emulator/faults", body)).Refused(400, "validation", point);
        Assert.Empty((await GetAsync("/_emulator/faults")).Objects);
    }

    [Fact]
    public void A_bad_fault_in_code_is_refused_by_name()
    {
        var problem = Assert.Throws<ArgumentException>(() => Cloud.AddFault(new() { Kind = EmulatorFaultKind.Status, Times = 0 }));
        Assert.StartsWith("Times of the fault has to be", problem.Message, StringComparison.Ordinal);
    }
}
