// What the packages expose. One file per assembly for all target frameworks, so both have to expose the same.
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.Tests.PublicApi;

public class PublicApiTests
{
    [Fact]
    public void Public_members_of_the_sdk_are_the_reviewed_ones() =>
        CommittedText.Match(PublicApiText.Of(typeof(ICloudSigmaClient).Assembly), "CloudSigma.Sdk.PublicApi");

    [Fact]
    public void Public_members_of_the_core_are_the_reviewed_ones() =>
        CommittedText.Match(PublicApiText.Of(typeof(ApiModel).Assembly), "CloudSigma.Sdk.Core.PublicApi");
}
