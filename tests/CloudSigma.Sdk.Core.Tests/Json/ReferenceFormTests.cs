using System.Text.Json;

namespace CloudSigma.Sdk.Core.Tests.Json;

public class ReferenceFormTests
{
    private const string Uuid = "00000001-0000-0000-0000-000000000000";

    [Theory]
    [InlineData($$$"""{"uuid":"{{{Uuid}}}","resource_uri":{"resource_uri":"/api/2.0/tags/{{{Uuid}}}/","uuid":"{{{Uuid}}}"}}""")]
    [InlineData($$$"""{"uuid":"{{{Uuid}}}","resource_uri":null}""")]
    [InlineData("""{"uuid":null,"resource_uri":null}""")]
    [InlineData("""{"uuid":null,"name":"a"}""")]
    [InlineData("{}")]
    public void A_reference_in_any_form_goes_back_as_it_came(string json)
    {
        var reference = JsonSerializer.Deserialize(json, TestJson.Context.ResourceReference);
        var written = JsonSerializer.Serialize(reference, TestJson.Context.ResourceReference);

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, JsonDocument.Parse(written).RootElement), written);
    }

    [Fact]
    public void An_address_that_is_an_object_is_found()
    {
        var reference = JsonSerializer.Deserialize($$$"""{"resource_uri":{"resource_uri":"/api/2.0/tags/{{{Uuid}}}/"}}""", TestJson.Context.ResourceReference);
        var address = JsonSerializer.Deserialize("""{"resource_uri":{"resource_uri":"/api/2.0/ips/203.0.113.7/"}}""", TestJson.Context.IPAddressReference);

        Assert.Equal(Guid.Parse(Uuid), reference!.Uuid);
        Assert.Equal("203.0.113.7", address!.Address.ToString());
    }

    [Fact]
    public void A_member_that_comes_twice_counts_once()
    {
        var reference = JsonSerializer.Deserialize($$$"""{"uuid":"{{{Uuid}}}","x":1,"x":2}""", TestJson.Context.ResourceReference);

        Assert.Equal($$$"""{"uuid":"{{{Uuid}}}","x":2}""", JsonSerializer.Serialize(reference, TestJson.Context.ResourceReference));
    }
}
