//===- unit/SelectionTest.cpp - what a profile reports --------------------===//
#include "Selection.h"

#include <gtest/gtest.h>

using namespace waitwise;

namespace {

CheckInfo of(Profile Least) { return {"some-check", "finds", "", 0, Least}; }

Finding finding(Severity Sev, Confidence Conf) {
  Finding F;
  F.Sev = Sev;
  F.Conf = Conf;
  return F;
}

TEST(Profiles, WidenFromOneToTheNext) {
  CheckInfo Any = of(Profile::Default);
  Finding Mild = finding(Severity::Low, Confidence::High);
  Finding Vague = finding(Severity::High, Confidence::Low);
  EXPECT_FALSE(isReported(Mild, Any, Profile::Default));
  EXPECT_TRUE(isReported(Mild, Any, Profile::Strict));
  EXPECT_FALSE(isReported(Vague, Any, Profile::Strict));
  EXPECT_TRUE(isReported(Vague, Any, Profile::Audit));
}

TEST(Profiles, LeaveOutChecksOfWiderOnes) {
  Finding Sure = finding(Severity::High, Confidence::High);
  EXPECT_TRUE(isReported(Sure, of(Profile::Default), Profile::Default));
  EXPECT_FALSE(isReported(Sure, of(Profile::Strict), Profile::Default));
  EXPECT_TRUE(isReported(Sure, of(Profile::Strict), Profile::Strict));
  EXPECT_FALSE(isReported(Sure, of(Profile::Audit), Profile::Strict));
  EXPECT_TRUE(isReported(Sure, of(Profile::Audit), Profile::Audit));
}

TEST(Profiles, AreNamedForPeople) {
  EXPECT_EQ(profilesOf(of(Profile::Default)), "all");
  EXPECT_EQ(profilesOf(of(Profile::Strict)), "strict, audit");
  EXPECT_EQ(profilesOf(of(Profile::Audit)), "audit");
}

} // namespace
