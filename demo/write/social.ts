import { compactOf, type Day, germanOf, partsOf } from "../calendar.ts";
import type { Network, Post, World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";

const of = (world: World, network: Network): readonly Post[] => world.posts.filter((post) => post.network === network);
const two = (n: number): string => String(n).padStart(2, "0");

/** `06/15/2026` */
function paddedAmerican(day: Day): string {
  const { year, month, day: date } = partsOf(day);
  return `${two(month)}/${two(date)}/${year}`;
}

/** The sheet "All posts" of the page, sponsored posts among them. */
export function writeLinkedinPage(world: World): OutFile {
  const header = [
    "Post title",
    "Post link",
    "Post type",
    "Campaign name",
    "Posted by",
    "Created date",
    "Campaign start date",
    "Campaign end date",
    "Audience",
    "Impressions",
    "Views (Excluding offsite video views)",
    "Offsite Views",
    "Clicks",
    "Click through rate (CTR)",
    "Likes",
    "Comments",
    "Reposts",
    "Follows",
    "Engagement rate",
    "Content Type",
  ];
  return delimited("exports/social/linkedin-page-posts.csv", {
    before: [`Detailed metrics of the posts during the selected period${",".repeat(header.length - 1)}`],
    header,
    rows: of(world, "linkedin").map((post): Cell[] => [
      post.title,
      `https://www.linkedin.com/feed/update/urn:li:activity:${post.id}`,
      post.sponsored ? "Sponsored" : "Organic",
      post.sponsored ? "ABM DACH water utilities" : "",
      post.author,
      paddedAmerican(post.day),
      post.sponsored ? paddedAmerican(post.day) : "",
      post.sponsored ? paddedAmerican(post.day + 7) : "",
      post.sponsored ? "Water utilities DACH" : "All followers",
      post.views,
      "",
      "",
      post.clicks,
      post.views === 0 ? "0" : (post.clicks / post.views).toFixed(9),
      post.likes,
      post.comments,
      post.shares,
      post.follows,
      post.views === 0
        ? "0"
        : ((post.clicks + post.likes + post.comments + post.shares + post.follows) / post.views).toFixed(9),
      "Image",
    ]),
  });
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** X writes the day in words, newest first. */
export function writeXPosts(world: World): OutFile {
  return delimited("exports/social/account_analytics_content.csv", {
    header: [
      "Post id",
      "Date",
      "Post text",
      "Post Link",
      "Impressions",
      "Likes",
      "Engagements",
      "Bookmarks",
      "Shares",
      "New follows",
      "Replies",
      "Reposts",
      "Profile visits",
      "Detail Expands",
      "URL Clicks",
      "Hashtag Clicks",
      "Permalink Clicks",
    ],
    rows: of(world, "x")
      .toReversed()
      .map((post): Cell[] => {
        const { year, month, day, weekday } = partsOf(post.day);
        return [
          post.id,
          `${WEEKDAYS[weekday]}, ${MONTHS[month - 1]} ${day}, ${year}`,
          post.title,
          `https://x.com/lotwerk_example/status/${post.id}`,
          post.views,
          post.likes,
          post.likes + post.shares + post.comments + post.clicks,
          0,
          0,
          post.follows,
          post.comments,
          post.shares,
          Math.floor(post.clicks / 2),
          post.clicks,
          Math.floor(post.clicks / 3),
          0,
          0,
        ];
      }),
  });
}

/** The articles of the official account, as its content analysis lists them. */
export function writeWechat(world: World): OutFile {
  return delimited(
    "exports/social/公众号图文.csv",
    {
      header: ["内容标题", "发表日期", "总阅读次数", "总分享次数", "点赞次数", "留言条数", "阅读后关注人数"],
      rows: of(world, "weixin").map((post): Cell[] => [
        post.title,
        compactOf(post.day),
        post.views.toLocaleString("en"),
        post.shares,
        post.likes,
        post.comments,
        post.follows,
      ]),
    },
    { encoding: "utf-8-bom", newline: "\r\n" },
  );
}

/** The agency's own sheet, in German: how many follow each account on Friday. */
export function writeFollowers(world: World): OutFile {
  return delimited(
    "exports/social/follower.csv",
    {
      header: ["Freitag", "Netzwerk", "Neue Follower (netto)", "Follower"],
      rows: world.audiences.map(({ day, network, gained, followers }): Cell[] => [
        germanOf(day),
        network,
        gained,
        followers,
      ]),
    },
    { delimiter: ";" },
  );
}
